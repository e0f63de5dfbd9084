package justhungry.backend.server;

import justhungry.api.Append;
import justhungry.api.BackendStatus.Role;
import justhungry.api.Member;
import justhungry.api.View;
import justhungry.backend.storage.Store.StateSnapshot;

/**
 * What a {@link Node} has done outside of itself. Nothing here waits: the answers come back to the node as events, later.
 * The server makes RMI calls of it; a simulation plays the network.
 */
public interface Links {
    /** Makes the call, and reports {@code onAnswer}, {@code onNoAnswer} or {@code onEnded} with its number. */
    void send(Member to, long call, Append append);

    /** Sends the snapshot piece by piece, reports {@code onAnswer} for each, and closes it. */
    void sendSnapshot(Member to, long call, long epoch, StateSnapshot snapshot);

    void breakOff(Member to);

    /** Proposes the view, and reports {@code onProposalAnswered} or {@code onProposalUnanswered}. */
    void propose(View expected, View next);

    /** Asks for the current view, and reports {@code onRegisterAnswered} or {@code onRegisterUnanswered}. */
    void askRegister(long ticket);

    /** Something that people want to know has changed. */
    void roleChanged(Role role, long epoch, long index, String why);
}
