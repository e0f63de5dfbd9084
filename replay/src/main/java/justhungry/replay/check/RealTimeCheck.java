package justhungry.replay.check;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import justhungry.replay.check.history.History;
import justhungry.replay.check.history.OperationKind;

/**
 * The check that the order of the updates respects real time: a request that starts after another one has ended comes
 * after it.
 *
 * <p>Two requests that meet in the same microsecond count as overlapping.
 */
final class RealTimeCheck {
    private final History history;
    private final int[] byStart;
    private final int[] byEnd;

    RealTimeCheck(History history) {
        this.history = history;
        this.byStart = sorted(history, Comparator.comparingLong(history::start));
        this.byEnd = sorted(history, Comparator.comparingLong(history::end));
    }

    /** Finds the requests with an older state than one that was reported before they were sent. */
    Map<Integer, Long> check(AnomalyCounts findings) {
        var floors = new HashMap<Integer, Long>();
        history.unknown().forEach(index -> floors.put(index, 0L));
        var told = new NewestReport();
        int ended = 0;
        for (int index : byStart) {
            while (history.end(byEnd[ended]) < history.start(index)) {
                told.add(byEnd[ended++]);
            }
            floors.computeIfPresent(index, (i, zero) -> told.updateNumber());
            told.compare(index, findings);
        }
        return floors;
    }

    /** Finds the acknowledged updates that no later request sees, by their update numbers. */
    void checkLost(AnomalyCounts findings) {
        long highest = -1;
        int next = byStart.length - 1;
        for (int i = byEnd.length - 1; i >= 0; i--) {
            int update = byEnd[i];
            while (next >= 0 && history.start(byStart[next]) > history.end(update)) {
                int later = byStart[next--];
                highest = history.kind(later) == OperationKind.NONE
                        ? highest
                        : Math.max(highest, history.updateNumber(later));
            }
            if (history.kind(update) == OperationKind.UPDATE
                    && highest >= 0
                    && highest < history.updateNumber(update)) {
                report(update, highest, findings);
            }
        }
    }

    private void report(int update, long highest, AnomalyCounts findings) {
        findings.missing(
                update,
                () -> "line %d was acknowledged as update %d, but no later request reports an update above %d"
                        .formatted(History.line(update), history.updateNumber(update), highest));
    }

    private static int[] sorted(History history, Comparator<Integer> order) {
        return IntStream.range(0, history.size())
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The newest state that was reported so far: for each of its numbers, the request that reported it. */
    private final class NewestReport {
        private int updateNumber = -1;
        private int revision = -1;
        private int epoch = -1;

        long updateNumber() {
            return updateNumber < 0 ? 0 : history.updateNumber(updateNumber);
        }

        void add(int index) {
            if (history.kind(index) == OperationKind.NONE) {
                return;
            }
            var stamp = history.logicalTime(index);
            updateNumber = updateNumber < 0 || stamp.updateNumber() > history.updateNumber(updateNumber)
                    ? index
                    : updateNumber;
            revision = revision < 0
                            || stamp.revision() > history.logicalTime(revision).revision()
                    ? index
                    : revision;
            epoch = epoch < 0 || stamp.epoch() > history.logicalTime(epoch).epoch() ? index : epoch;
        }

        /** Reports only the first number that is too low, because all of them are one fault. */
        void compare(int index, AnomalyCounts findings) {
            if (updateNumber < 0 || history.kind(index) == OperationKind.NONE) {
                return;
            }
            var stamp = history.logicalTime(index);
            int more = history.kind(index) == OperationKind.UPDATE ? 1 : 0;
            if (stamp.updateNumber() < history.updateNumber(updateNumber) + more) {
                report(
                        "update",
                        index,
                        stamp.updateNumber(),
                        updateNumber,
                        history.updateNumber(updateNumber),
                        findings);
            } else if (stamp.revision() < history.logicalTime(revision).revision() + more) {
                report(
                        "revision",
                        index,
                        stamp.revision(),
                        revision,
                        history.logicalTime(revision).revision(),
                        findings);
            } else if (stamp.epoch() < history.logicalTime(epoch).epoch()) {
                report(
                        "epoch",
                        index,
                        stamp.epoch(),
                        epoch,
                        history.logicalTime(epoch).epoch(),
                        findings);
            }
        }

        private void report(String what, int index, long told, int before, long toldBefore, AnomalyCounts findings) {
            findings.stale(
                    index,
                    () -> "line %d reports %s %d, but line %d had reported %d before it was sent"
                            .formatted(History.line(index), what, told, History.line(before), toldBefore));
        }
    }
}
