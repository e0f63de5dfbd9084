package justhungry.replay.check.engine;

import java.time.Instant;

/**
 * The check that revision and epoch never fall as the update numbers grow, and that no read has the revision of an
 * update that it does not see; and that every decision has a time, if any has, and none is earlier than that of an
 * update before it. (A read goes by the clock of its primary, which may be ahead of the next one's.)
 *
 * <p>The epoch of an update is that in which it was decided. A view can change under the same primary before it is
 * committed, and reads that do not see it yet are answered in the next epoch: a read's epoch is not a bound for
 * updates.
 */
final class MonotonicityCheck {
    private final OperationTimes times;
    private final AnomalyCounts anomalies;
    // Below every number that can be reported, so that the first one is no lower.
    private long updateNumber = -1;
    private long read = -1;
    private long earlierRead = -1;
    private long update = -1;
    private long updateEpoch;
    private long readEpoch;
    private long earlierReadEpoch;
    private long updateDecidedAt = Long.MIN_VALUE;

    MonotonicityCheck(OperationTimes times, AnomalyCounts findings) {
        this.times = times;
        this.anomalies = findings;
    }

    /** Checks the next request in the order of update numbers. */
    void next(int index) {
        checkTime(index);
        checkPlace(index);
    }

    private void checkTime(int index) {
        var decidedAt = times.decidedAt(index);
        if (decidedAt.isEmpty()) {
            checkEarlyVersion(index);
            return;
        }
        long time = decidedAt.getAsLong();
        long earliest = updateDecidedAt;
        if (time < earliest) {
            anomalies.report(
                    CheckMetric.WRONG_RESPONSES,
                    () -> "line %d was decided at %s, but an update before it at %s"
                            .formatted(times.line(index), Instant.ofEpochMilli(time), Instant.ofEpochMilli(earliest)));
        }
        if (times.isUpdate(index)) {
            updateDecidedAt = time;
        }
    }

    /** Only in a history without any time may one be missing. */
    private void checkEarlyVersion(int index) {
        if (times.hasDecisions()) {
            anomalies.report(
                    CheckMetric.WRONG_RESPONSES,
                    () -> "line %d does not say when it was decided, but other lines do".formatted(times.line(index)));
        }
    }

    private void checkPlace(int index) {
        var stamp = times.logicalTime(index);
        if (stamp.updateNumber() > updateNumber) {
            updateNumber = stamp.updateNumber();
            earlierRead = read;
            earlierReadEpoch = readEpoch;
        }
        boolean isUpdate = times.isUpdate(index);
        boolean isRead = times.kind(index) == OperationKind.READ;
        long minEpoch = isRead ? Math.max(updateEpoch, earlierReadEpoch) : updateEpoch;
        long minRevision = Math.max(update, isUpdate ? earlierRead + 1 : earlierRead);
        if (stamp.revision() < minRevision || stamp.epoch() < minEpoch) {
            anomalies.stale(
                    times.line(index),
                    () ->
                            "line %d reports revision %d in epoch %d; at update %d, at least revision %d in epoch %d was expected"
                                    .formatted(
                                            times.line(index),
                                            stamp.revision(),
                                            stamp.epoch(),
                                            stamp.updateNumber(),
                                            minRevision,
                                            minEpoch));
            return;
        }
        if (isRead) {
            read = Math.max(read, stamp.revision());
            readEpoch = Math.max(readEpoch, stamp.epoch());
        } else {
            update = Math.max(update, stamp.revision());
            updateEpoch = Math.max(updateEpoch, stamp.epoch());
        }
    }
}
