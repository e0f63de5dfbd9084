package justhungry.backend.ordering.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A reader of bytes that {@link ValueEncoder} wrote. Every method throws {@link IllegalArgumentException} for any others.
 */
public final class ValueDecoder {
    private final ByteBuffer bytes;

    public ValueDecoder(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    public int tag() {
        return Byte.toUnsignedInt(require(1).get());
    }

    public long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE - 1; shift += 7) {
            byte next = require(1).get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number has no end");
    }

    /** A number that fits an {@code int}. */
    public int smallNumber() {
        long value = number();
        if (value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("the number %d is too large".formatted(value));
        }
        return (int) value;
    }

    public long bits() {
        return require(Long.BYTES).getLong();
    }

    public String text() {
        int length = smallNumber();
        var utf8 = require(length).slice().limit(length);
        bytes.position(bytes.position() + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a text is not UTF-8", e);
        }
    }

    public <E extends Enum<E>> E choice(Class<E> choices) {
        return Enum.valueOf(choices, text());
    }

    public <T> List<T> list(Function<ValueDecoder, T> each) {
        int size = smallNumber();
        require(size); // An element has at least one byte, so a wrong size cannot claim more memory than the bytes
        // took.
        var values = new ArrayList<T>(size);
        for (int i = 0; i < size; i++) {
            values.add(each.apply(this));
        }
        return List.copyOf(values);
    }

    /** The last call: nothing may be left over. */
    public void end() {
        if (bytes.hasRemaining()) {
            throw new IllegalArgumentException("bytes left over: %d".formatted(bytes.remaining()));
        }
    }

    private ByteBuffer require(int count) {
        if (bytes.remaining() < count) {
            throw new IllegalArgumentException("bytes missing: %d".formatted(count - bytes.remaining()));
        }
        return bytes;
    }
}
