package justhungry.replay.check;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import justhungry.replay.check.history.History;
import justhungry.replay.check.history.OperationKind;

/**
 * The requests in the order of a single server: by update number, an update before the requests that see it. Where two
 * updates have the same number, the one of the later epoch counts: the other one was lost by a failover.
 */
final class SequentialOrder {
    private final int[] order;
    private final long base;
    private final long gaps;

    /**
     * Sorts the requests of a history.
     *
     * @param base the update number after which every update is one of the history
     */
    SequentialOrder(History history, long base, AnomalyCounts findings) {
        this.base = base;
        var sorted = sorted(history);
        this.order = survivors(sorted, history, findings);
        this.gaps = gaps(history);
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

    private static int[] sorted(History history) {
        return IntStream.range(0, history.size())
                .filter(index -> history.kind(index) != OperationKind.NONE)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(history::updateNumber)
                        .thenComparing(history::kind)
                        .thenComparing(index -> isUpdate(history, index)
                                ? -history.logicalTime(index).epoch()
                                : 0)
                        .thenComparing(index -> isUpdate(history, index) ? -history.end(index) : history.end(index)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] survivors(int[] sorted, History history, AnomalyCounts findings) {
        int kept = 0;
        for (int index : sorted) {
            if (kept > 0 && isSameUpdate(history, sorted[kept - 1], index)) {
                int survivor = sorted[kept - 1];
                findings.missing(
                        index,
                        () ->
                                "line %d was acknowledged as update %d, and so was line %d: an acknowledged update was lost"
                                        .formatted(
                                                History.line(index),
                                                history.updateNumber(index),
                                                History.line(survivor)));
            } else {
                sorted[kept++] = index;
            }
        }
        return Arrays.copyOf(sorted, kept);
    }

    private static boolean isSameUpdate(History history, int one, int other) {
        return isUpdate(history, one)
                && isUpdate(history, other)
                && history.updateNumber(one) == history.updateNumber(other);
    }

    private static boolean isUpdate(History history, int index) {
        return history.kind(index) == OperationKind.UPDATE;
    }

    private long gaps(History history) {
        if (order.length == 0) {
            return 0;
        }
        long last = history.updateNumber(order[order.length - 1]);
        long updates = IntStream.of(order)
                .filter(index -> isUpdate(history, index) && history.updateNumber(index) > base)
                .count();
        return Math.max(0, last - base) - updates;
    }
}
