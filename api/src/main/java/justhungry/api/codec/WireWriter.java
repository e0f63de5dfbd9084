package justhungry.api.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A writer of protobuf's wire format (protobuf.dev, "Encoding"), from the end to the beginning: so the length of a value is
 * known when it has to be written before it.
 */
final class WireWriter {
    private static final int INITIAL_BYTES = 256;

    private byte[] bytes = new byte[INITIAL_BYTES];
    private int start = INITIAL_BYTES;

    /** The bytes that were written so far. */
    int size() {
        return bytes.length - start;
    }

    byte[] toBytes() {
        return Arrays.copyOfRange(bytes, start, bytes.length);
    }

    void varint(long value) {
        // 64 bits less the leading zeros, in groups of seven; one group for 0.
        int length = (Long.SIZE + 6 - Long.numberOfLeadingZeros(value | 1)) / 7;
        int at = reserve(length);
        long rest = value;
        for (int last = at + length - 1; at < last; at++) {
            bytes[at] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at] = (byte) rest;
    }

    /** The lowest {@code length} bytes of a value, the lowest first. */
    void fixed(long value, int length) {
        int at = reserve(length);
        for (int i = 0; i < length; i++) {
            bytes[at + i] = (byte) (value >>> (Byte.SIZE * i));
        }
    }

    void text(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes with their length. */
    void bytes(byte[] value) {
        int at = reserve(value.length);
        System.arraycopy(value, 0, bytes, at, value.length);
        varint(value.length);
    }

    private int reserve(int length) {
        if (length > start) {
            int used = size();
            var larger = new byte[Math.addExact(Math.multiplyExact(2, bytes.length), length)];
            System.arraycopy(bytes, start, larger, larger.length - used, used);
            start = larger.length - used;
            bytes = larger;
        }
        start -= length;
        return start;
    }
}
