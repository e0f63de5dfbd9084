package justhungry.backend.replication;

import justhungry.api.cluster.Member;

/**
 * A conflict between two logs: they have different entries at one index, and both may have been acknowledged. An
 * operator has forced a primary that lacked some, or a data directory was replaced by an old copy. No protocol can
 * merge the two; a person has to choose.
 */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private DivergedException(String message) {
        super(message);
    }

    /** For a replica to throw. */
    static DivergedException replicaDiffers(Member primary, long index) {
        return new DivergedException("""
                the primary %s has a different entry %d: either a back end that lacks this back end's entry was forced \
                to be primary, or %1$s runs on an old copy of its data directory. If it is an old copy, stop %1$s, and \
                start it with an empty directory. Otherwise keep this data directory for inspection, and start this \
                back end with an empty one (--data DIR): it catches up from the primary.""".formatted(primary, index));
    }

    /** For a primary to throw. */
    static DivergedException primaryIsBehind(Member replica, long applied, long last) {
        return new DivergedException("""
                %s has applied entry %d, but the log of this back end, its primary, ends with %d: this data directory \
                is an old copy. Keep it for inspection, and start this back end with an empty one (--data DIR): it \
                catches up from the others.""".formatted(replica, applied, last));
    }
}
