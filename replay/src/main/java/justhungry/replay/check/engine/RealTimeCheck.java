package justhungry.replay.check.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * The check that the order of the updates respects real time: an operation that starts after another one has ended comes
 * after it.
 *
 * <p>Two operations that meet in the same microsecond count as overlapping.
 */
final class RealTimeCheck {
    private final OperationTimes times;
    private final int[] byStart;
    private final int[] byEnd;

    RealTimeCheck(OperationTimes times) {
        this.times = times;
        this.byStart = sorted(times, Comparator.comparingLong(times::start));
        this.byEnd = sorted(times, Comparator.comparingLong(times::end));
    }

    /**
     * Finds the operations with an older state than one that was reported before they were sent.
     *
     * @return for each update of unknown outcome, the highest update number that was reported before it was sent
     */
    Map<Integer, Long> check(AnomalyCounts findings) {
        var floors = new HashMap<Integer, Long>();
        var reported = new NewestReport();
        int ended = 0;
        for (int index : byStart) {
            while (times.end(byEnd[ended]) < times.start(index)) {
                reported.add(byEnd[ended++]);
            }
            if (times.kind(index).isUnknown()) {
                floors.put(index, reported.updateNumber.highest);
            }
            reported.compare(index, findings);
        }
        return floors;
    }

    /** Finds the acknowledged updates that no later operation sees, by their update numbers. */
    void checkLost(AnomalyCounts findings) {
        var highest = OptionalLong.empty();
        int next = byStart.length - 1;
        for (int i = byEnd.length - 1; i >= 0; i--) {
            int update = byEnd[i];
            while (next >= 0 && times.start(byStart[next]) > times.end(update)) {
                int later = byStart[next--];
                if (times.hasPlace(later)) {
                    highest = OptionalLong.of(Math.max(times.updateNumber(later), highest.orElse(0)));
                }
            }
            if (times.isUpdate(update) && highest.isPresent() && highest.getAsLong() < times.updateNumber(update)) {
                report(update, highest.getAsLong(), findings);
            }
        }
    }

    private void report(int update, long highest, AnomalyCounts findings) {
        findings.missing(
                times.line(update),
                () -> "line %d was acknowledged as update %d, but no later request reports an update above %d"
                        .formatted(times.line(update), times.updateNumber(update), highest));
    }

    private static int[] sorted(OperationTimes times, Comparator<Integer> order) {
        return times.indices().boxed().sorted(order).mapToInt(Integer::intValue).toArray();
    }

    /** The newest state that was reported so far. */
    private final class NewestReport {
        private final NewestNumber updateNumber = new NewestNumber("update", LogicalTime::updateNumber);
        private final NewestNumber revision = new NewestNumber("revision", LogicalTime::revision);
        private final NewestNumber epoch = new NewestNumber("epoch", LogicalTime::epoch);

        void add(int index) {
            if (times.hasPlace(index)) {
                var time = times.logicalTime(index);
                List.of(updateNumber, revision, epoch).forEach(number -> number.add(index, time));
            }
        }

        /** Reports only the first number that is too low, because all of them are one fault. */
        void compare(int index, AnomalyCounts findings) {
            if (!times.hasPlace(index)) {
                return;
            }
            var time = times.logicalTime(index);
            int more = times.isUpdate(index) ? 1 : 0;
            if (updateNumber.isAbove(time, more)) {
                updateNumber.report(index, time, findings);
            } else if (revision.isAbove(time, more)) {
                revision.report(index, time, findings);
            } else if (epoch.isAbove(time, 0)) {
                epoch.report(index, time, findings);
            }
        }
    }

    /** The highest value of one of the numbers so far, and the operation that reported it. */
    private final class NewestNumber {
        private final String name;
        private final ToLongFunction<LogicalTime> number;
        private long highest;
        private OptionalInt reporter = OptionalInt.empty();

        NewestNumber(String name, ToLongFunction<LogicalTime> number) {
            this.name = name;
            this.number = number;
        }

        void add(int index, LogicalTime time) {
            if (reporter.isEmpty() || number.applyAsLong(time) > highest) {
                highest = number.applyAsLong(time);
                reporter = OptionalInt.of(index);
            }
        }

        /** Whether a number was reported that a later operation cannot have had before it, when it has to add some. */
        boolean isAbove(LogicalTime later, int more) {
            return reporter.isPresent() && number.applyAsLong(later) < highest + more;
        }

        void report(int index, LogicalTime time, AnomalyCounts findings) {
            long before = highest;
            int reportedBy = reporter.orElseThrow();
            findings.stale(
                    times.line(index),
                    () -> "line %d reports %s %d, but was sent after line %d had reported %d"
                            .formatted(
                                    times.line(index), name, number.applyAsLong(time), times.line(reportedBy), before));
        }
    }
}
