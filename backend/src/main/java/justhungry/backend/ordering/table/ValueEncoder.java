package justhungry.backend.ordering.table;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;

/** A writer of values, one after the other, into bytes; {@link ValueDecoder} reads them back in the same order. */
public final class ValueEncoder {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);

    /** A number below 256: a tag or a format's version. */
    public ValueEncoder tag(int value) {
        bytes.write(value);
        return this;
    }

    /** A number of 0 or more in 1 to 9 bytes, seven bits each, the lowest first, so that small numbers are short. */
    public ValueEncoder number(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("cannot encode the negative number " + value);
        }
        long rest = value;
        while (rest > 0x7f) {
            bytes.write(((int) rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }

    /** 64 bits in 8 bytes, for ids and digests, and for keys, which are ordered by their bytes. */
    public ValueEncoder bits(long value) {
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        return this;
    }

    public ValueEncoder text(String value) {
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        bytes.writeBytes(utf8);
        return this;
    }

    /** A constant by its name, which does not depend on the order of the constants. */
    public ValueEncoder choice(Enum<?> value) {
        return text(value.name());
    }

    public <T> ValueEncoder list(List<T> values, BiConsumer<T, ValueEncoder> each) {
        number(values.size());
        values.forEach(value -> each.accept(value, this));
        return this;
    }

    public byte[] toBytes() {
        return bytes.toByteArray();
    }
}
