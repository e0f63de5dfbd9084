package justhungry.cli.verification;

/**
 * Whether revision and epoch never fall along the turns, and no read has the revision of an update that it lacks.
 *
 * <p>The epoch of an update is that in which it was decided. A view can change under the same primary before it is
 * committed, and reads that do not see it yet are answered in the next epoch: a read's epoch is no bound for updates.
 */
final class Stamps {
    private final History history;
    private final Findings findings;
    private long turn = -1;
    private long read = -1;
    private long earlierRead = -1;
    private long update = -1;
    private long updateEpoch;
    private long readEpoch;
    private long earlierReadEpoch;

    Stamps(History history, Findings findings) {
        this.history = history;
        this.findings = findings;
    }

    /** Looks at the next request in the order of turns. */
    void next(int index) {
        var stamp = history.stamp(index);
        if (stamp.turn() > turn) {
            turn = stamp.turn();
            earlierRead = read;
            earlierReadEpoch = readEpoch;
        }
        boolean isUpdate = history.place(index) == Place.UPDATE;
        boolean isRead = history.place(index) == Place.READ;
        long leastEpoch = isRead ? Math.max(updateEpoch, earlierReadEpoch) : updateEpoch;
        long least = Math.max(update, isUpdate ? earlierRead + 1 : earlierRead);
        if (stamp.revision() < least || stamp.epoch() < leastEpoch) {
            findings.stale(
                    index,
                    () ->
                            "line %d has revision %d in epoch %d; after the turns before %d, revision %d in epoch %d is the least"
                                    .formatted(
                                            History.line(index),
                                            stamp.revision(),
                                            stamp.epoch(),
                                            stamp.turn(),
                                            least,
                                            leastEpoch));
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
