package justhungry.replay.check.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The operations in the order of a single server: by update number, an update before the operations that see it. Where two
 * updates have the same number, the one of the later epoch counts: the other one was lost by a failover.
 */
final class SequentialOrder {
    private final int[] order;
    private final long base;
    private final long gaps;

    /**
     * Sorts the requests of a times.
     *
     * @param base the update number after which every update is one of the history
     */
    SequentialOrder(OperationTimes times, long base, AnomalyCounts findings) {
        this.base = base;
        var sorted = sorted(times);
        this.order = survivors(sorted, times, findings);
        this.gaps = gaps(times);
    }

    int[] indices() {
        return order;
    }

    long base() {
        return base;
    }

    /** The number of updates above the base, up to the highest reported one, that were not acknowledged. */
    long gaps() {
        return gaps;
    }

    private static int[] sorted(OperationTimes times) {
        return times.indices()
                .filter(times::hasPlace)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(times::updateNumber)
                        .thenComparing(times::kind)
                        .thenComparing(index -> times.isUpdate(index)
                                ? -times.logicalTime(index).epoch()
                                : 0)
                        .thenComparing(index -> times.isUpdate(index) ? -times.end(index) : times.end(index)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] survivors(int[] sorted, OperationTimes times, AnomalyCounts findings) {
        int kept = 0;
        for (int index : sorted) {
            if (kept > 0 && isSameUpdate(times, sorted[kept - 1], index)) {
                int survivor = sorted[kept - 1];
                findings.missing(
                        times.line(index),
                        () ->
                                "line %d was acknowledged as update %d, and so was line %d: an acknowledged update was lost"
                                        .formatted(times.line(index), times.updateNumber(index), times.line(survivor)));
            } else {
                sorted[kept++] = index;
            }
        }
        return Arrays.copyOf(sorted, kept);
    }

    private static boolean isSameUpdate(OperationTimes times, int one, int other) {
        return times.isUpdate(one) && times.isUpdate(other) && times.updateNumber(one) == times.updateNumber(other);
    }

    private long gaps(OperationTimes times) {
        if (order.length == 0) {
            return 0;
        }
        long last = times.updateNumber(order[order.length - 1]);
        long updates = IntStream.of(order)
                .filter(index -> times.isUpdate(index) && times.updateNumber(index) > base)
                .count();
        return Math.max(0, last - base) - updates;
    }
}
