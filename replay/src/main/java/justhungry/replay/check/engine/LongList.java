package justhungry.replay.check.engine;

import java.util.Arrays;

/** A growing list of numbers, 8 bytes each. */
public final class LongList {
    private long[] values = new long[1_024];
    private int size;

    public void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + size / 2);
        }
        values[size++] = value;
    }

    public long get(int index) {
        return values[index];
    }

    public int size() {
        return size;
    }

    public long[] sorted() {
        var sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted;
    }
}
