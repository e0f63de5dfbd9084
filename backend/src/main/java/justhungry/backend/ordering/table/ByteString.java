package justhungry.backend.ordering.table;

import java.util.Arrays;

/** A byte string that can be a map key: compared by content, ordered as unsigned bytes. Not copied: never change it. */
public final class ByteString implements Comparable<ByteString> {
    private final byte[] bytes;

    public ByteString(byte[] bytes) {
        this.bytes = bytes;
    }

    public byte[] array() {
        return bytes;
    }

    @Override
    public int compareTo(ByteString other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByteString that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
