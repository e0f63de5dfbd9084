package justhungry.backend.node;

import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.Append;
import justhungry.api.replication.BackendStatus.BackendRole;
import justhungry.backend.storage.Store.StateSnapshot;

/**
 * The transport of a {@link BackendNode} to other processes. No method waits: the answers come back to the node as events,
 * later. The server makes RMI calls; a simulation plays the network.
 */
public interface Transport {
    /** Makes the call, and reports {@code onAnswer}, {@code onNoAnswer} or {@code onEnded} with its id. */
    void send(Member to, long call, Append append);

    /** Sends the snapshot in chunks, reports {@code onAnswer} for each, and closes it. */
    void sendSnapshot(Member to, long call, long epoch, StateSnapshot snapshot);

    /** Cancels the call in progress to a member. */
    void cancelCall(Member to);

    /** Proposes the view, and reports {@code onProposalAnswered} or {@code onProposalUnanswered}. */
    void propose(View expected, View next);

    /** Queries the current view, and reports {@code onRegisterAnswered} or {@code onRegisterUnanswered}. */
    void queryRegister(long ticket);

    /** Tells people that this back end cannot follow its primary, why, and which version can. */
    void versionNeeded(long epoch, long index, String why);

    /** Tells people about a new role or view. */
    void roleChanged(BackendRole role, long epoch, long index, String why);
}
