package justhungry.backend.replication;

import justhungry.api.Member;

/**
 * This back end has committed entries that the primary does not have: an operator has forced a primary that lacked them.
 * What it holds can't be joined to what the cluster went on with.
 */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DivergedException(Member primary, long index) {
        super("""
                entry %d is committed here, but the primary %s has another one there: a primary was forced that lacked it. \
                Keep this data directory for a person to look at, and start this back end with an empty one (--data DIR): the \
                primary feeds it.""".formatted(index, primary));
    }
}
