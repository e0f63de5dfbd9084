package justhungry.backend.replication;

import java.util.List;
import justhungry.api.Append;
import justhungry.api.AppendAnswer;
import justhungry.api.BackendStatus.Role;
import justhungry.api.Member;
import justhungry.api.View;

/**
 * What has to be done outside of the core. Effects are carried out in their order, each one whole before the next: what
 * stands after a {@link Store} happens only when the entries are durable, and what stands before it may overlap with it.
 */
public sealed interface Effect {
    /** Send to a member, and report the answer, or that there was none, with the number of the call. */
    record Send(Member to, long call, Append append) implements Effect {}

    /** Send the state as it is now to a member, piece by piece; report how it goes on, and how it ended. */
    record SendSnapshot(Member to, long call) implements Effect {}

    /** Break off whatever is under way to a member: it has been silent for too long. */
    record BreakOff(Member to) implements Effect {}

    /** Make entries durable in the own log. */
    record Store(List<Entry> entries) implements Effect {}

    /** Remove the entries after an index from the own log. */
    record CutLog(long afterIndex) implements Effect {}

    /** Forget the entries up to an index. */
    record CompactLog(long throughIndex) implements Effect {}

    /** Make the highest epoch seen durable. */
    record SaveEpoch(long epoch) implements Effect {}

    /** Answer the append, or the piece of a snapshot, that is being handled. */
    record Answer(AppendAnswer answer) implements Effect {}

    /** The entries up to an index are committed: bring the state up to it. */
    record Apply(long throughIndex) implements Effect {}

    /** Replace state and log by a snapshot that is going to arrive. */
    record BeginSnapshot(long index, long epoch, int checksum) implements Effect {}

    /** Add rows to the snapshot that is arriving. */
    record AddRows(List<byte[]> rows) implements Effect {}

    /** The snapshot that was arriving is whole. */
    record FinishSnapshot() implements Effect {}

    /** Ask the application for the payload of the entry that opens this epoch, and report it as decided. */
    record OpenEpoch() implements Effect {}

    /** Propose a view to the register, and report what the register then holds. */
    record Propose(View expected, View next) implements Effect {}

    /** Ask the register for the current view, on behalf of the reads up to a ticket. */
    record AskRegister(long ticket) implements Effect {}

    /** The reads up to a ticket may be answered from the state as it is now. */
    record ServeReads(long throughTicket) implements Effect {}

    /** The role, or the view of a primary, has changed. Requests that wait for a primary that is no more must be answered. */
    record RoleChanged(Role role, String why) implements Effect {}
}
