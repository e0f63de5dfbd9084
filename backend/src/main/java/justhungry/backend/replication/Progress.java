package justhungry.backend.replication;

import java.util.List;

/** How far the log is known to be committed, which both roles share, and when the log is compacted. */
final class Progress {
    /** Entries that are kept after they could go, so that a back end that was away is fed by entries, not by a snapshot. */
    static final long KEPT_ENTRIES = 10_000;

    private final DurableLog log;
    private long committedIndex;

    Progress(DurableLog log, long appliedIndex) {
        this.log = log;
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
        long target = Math.min(throughIndex, committedIndex) - KEPT_ENTRIES;
        if (target - log.firstIndex() >= KEPT_ENTRIES) {
            effects.add(new Effect.CompactLog(target));
        }
    }
}
