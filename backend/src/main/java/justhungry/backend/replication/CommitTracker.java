package justhungry.backend.replication;

import java.util.List;

/** The commit index, which both roles share, and the rule when the log is compacted. */
final class CommitTracker {
    private final DurableLog log;
    private final long keptEntries;
    private long committedIndex;

    CommitTracker(DurableLog log, long appliedIndex, long keptEntries) {
        this.log = log;
        this.keptEntries = keptEntries;
        this.committedIndex = appliedIndex;
    }

    long committedIndex() {
        return committedIndex;
    }

    void commitThrough(long index, List<Effect> effects) {
        if (index > committedIndex) {
            committedIndex = index;
            effects.add(new Effect.Apply(index));
        }
    }

    /** Restarts at the index of a snapshot, which has replaced state and log. */
    void restartAt(long snapshotIndex) {
        committedIndex = snapshotIndex;
    }

    /** Drops old entries, many at a time, but none after {@code throughIndex}. */
    void compact(long throughIndex, List<Effect> effects) {
        long target = Math.min(throughIndex, committedIndex) - keptEntries;
        if (target - log.firstIndex() >= keptEntries) {
            effects.add(new Effect.CompactLog(target));
        }
    }
}
