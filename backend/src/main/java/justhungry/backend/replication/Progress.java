package justhungry.backend.replication;

import java.util.List;

/** How far the log is known to be committed, which both roles share, and when the log is compacted. */
final class Progress {
    private final DurableLog log;
    private final long keptEntries;
    private long committedIndex;

    Progress(DurableLog log, long appliedIndex, long keptEntries) {
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

    /** State and log were replaced by a snapshot of this index. */
    void restartAt(long snapshotIndex) {
        committedIndex = snapshotIndex;
    }

    /** Lets go of old entries, many at a time. No entry after {@code throughIndex} goes. */
    void compact(long throughIndex, List<Effect> effects) {
        long target = Math.min(throughIndex, committedIndex) - keptEntries;
        if (target - log.firstIndex() >= keptEntries) {
            effects.add(new Effect.CompactLog(target));
        }
    }
}
