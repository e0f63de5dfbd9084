package justhungry.api.replication;

import java.io.Serializable;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.codec.Preconditions;
import org.jspecify.annotations.Nullable;

/**
 * The status of a back end.
 *
 * @param epoch the highest that it has seen
 * @param lastIndex the last entry of its durable log, and that entry's epoch
 * @param committedIndex the last entry that it knows to be durable at every in-sync member
 * @param appliedIndex the last entry that its state contains
 * @param view the newest view that it knows
 * @param storedOrders the orders in its state
 * @param neededVersion the version that it needs to follow its primary, or why it cannot, in words; null when it can
 */
public record BackendStatus(
        Member member,
        BackendRole role,
        long epoch,
        long lastIndex,
        long lastEpoch,
        long committedIndex,
        long appliedIndex,
        View view,
        long storedOrders,
        @Nullable String neededVersion)
        implements Serializable {
    public BackendStatus {
        Preconditions.present("a part of a back end's status", member, role, view);
    }

    /** The status of a back end that can follow its primary. */
    public BackendStatus(
            Member member,
            BackendRole role,
            long epoch,
            long lastIndex,
            long lastEpoch,
            long committedIndex,
            long appliedIndex,
            View view,
            long storedOrders) {
        this(member, role, epoch, lastIndex, lastEpoch, committedIndex, appliedIndex, view, storedOrders, null);
    }

    /** The role of a back end in the epoch that it knows. */
    public enum BackendRole {
        /** Serves requests. */
        PRIMARY,
        /** Was made primary, and brings the other logs to equal its own before it serves. */
        RECONCILING,
        /** Accepts the entries that the primary pushes. */
        REPLICA
    }
}
