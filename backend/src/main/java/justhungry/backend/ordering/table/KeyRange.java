package justhungry.backend.ordering.table;

import java.util.Arrays;

/** The range of the keys of a table that begin with a prefix and are below a bound. Keys are ordered as unsigned bytes. */
public final class KeyRange {
    private final byte[] prefix;
    private final byte[] end;

    /** @param before a full key, or an empty array for no bound */
    public KeyRange(byte[] prefix, byte[] before) {
        this.prefix = prefix;
        this.end = lower(endOf(prefix), before);
    }

    /** The lowest key above the whole range; empty when every key that is high enough may be in it. */
    public byte[] end() {
        return end;
    }

    /** Whether a key below {@link #end} is in the range. */
    public boolean contains(byte[] key) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** The lowest key above all that begin with the prefix; empty when there is none. */
    private static byte[] endOf(byte[] prefix) {
        int length = prefix.length;
        while (length > 0 && prefix[length - 1] == (byte) 0xff) {
            length--;
        }
        var end = Arrays.copyOf(prefix, length);
        if (length > 0) {
            end[length - 1]++;
        }
        return end;
    }

    private static byte[] lower(byte[] one, byte[] other) {
        if (one.length == 0 || other.length == 0) {
            return one.length == 0 ? other : one;
        }
        return Arrays.compareUnsigned(one, other) < 0 ? one : other;
    }
}
