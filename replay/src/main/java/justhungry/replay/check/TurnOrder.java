package justhungry.replay.check;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import justhungry.replay.check.history.History;
import justhungry.replay.check.history.Place;

/**
 * The requests in the order of a single server: by update number, an update before the requests that see it. Where two
 * updates have the same number, the one of the later epoch counts: the other one was lost by a failover.
 */
final class TurnOrder {
    private final int[] order;
    private final long base;
    private final long gaps;

    /**
     * Sorts the requests of a history.
     *
     * @param base the update number after which every update is one of the history
     */
    TurnOrder(History history, long base, Findings findings) {
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
                .filter(index -> history.place(index) != Place.NONE)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(history::turn)
                        .thenComparing(history::place)
                        .thenComparing(index ->
                                isUpdate(history, index) ? -history.stamp(index).epoch() : 0)
                        .thenComparing(index -> isUpdate(history, index) ? -history.end(index) : history.end(index)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] survivors(int[] sorted, History history, Findings findings) {
        int kept = 0;
        for (int index : sorted) {
            if (kept > 0 && isSameUpdate(history, sorted[kept - 1], index)) {
                int survivor = sorted[kept - 1];
                findings.missing(
                        index,
                        () ->
                                "line %d was acknowledged as update %d, and so was line %d: an acknowledged update was lost"
                                        .formatted(History.line(index), history.turn(index), History.line(survivor)));
            } else {
                sorted[kept++] = index;
            }
        }
        return Arrays.copyOf(sorted, kept);
    }

    private static boolean isSameUpdate(History history, int one, int other) {
        return isUpdate(history, one) && isUpdate(history, other) && history.turn(one) == history.turn(other);
    }

    private static boolean isUpdate(History history, int index) {
        return history.place(index) == Place.UPDATE;
    }

    private long gaps(History history) {
        if (order.length == 0) {
            return 0;
        }
        long last = history.turn(order[order.length - 1]);
        long updates = IntStream.of(order)
                .filter(index -> isUpdate(history, index) && history.turn(index) > base)
                .count();
        return Math.max(0, last - base) - updates;
    }
}
