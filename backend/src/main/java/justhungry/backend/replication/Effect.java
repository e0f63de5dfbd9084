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
    void carryOut(Outside outside);

    /** Those who carry effects out. */
    interface Outside {
        /** Send to a member, and report the answer, or that there was none, with the number of the call. */
        void send(Member to, long call, Append append);

        /** Send the state as it is now, piece by piece; report how it goes on, and how it ended. */
        void sendSnapshot(Member to, long call);

        /** Break off the call that is under way to a member: it has been silent for too long. */
        void breakOff(Member to);

        /** Make entries durable in the own log. */
        void store(List<Entry> entries);

        /** Remove the entries after an index from the own log. */
        void cutLog(long afterIndex);

        /** Forget the entries up to an index. */
        void compactLog(long throughIndex);

        /** Make the highest epoch seen durable. */
        void saveEpoch(long epoch);

        /** Answer the append, or the piece of a snapshot, that is being handled. */
        void answer(AppendAnswer answer);

        /** The entries up to an index are committed: bring the state up to it. */
        void apply(long throughIndex);

        /** Replace state and log by a snapshot that is going to arrive. */
        void beginSnapshot(long index, long epoch, int checksum);

        /** Add rows to the snapshot that is arriving. */
        void addRows(List<byte[]> rows);

        /** The snapshot that was arriving is whole. */
        void finishSnapshot();

        /** Ask the application for the payload of the entry that opens this epoch, and report it as decided. */
        void openEpoch();

        /** Propose a view to the register, and report what the register then holds. */
        void propose(View expected, View next);

        /** Ask the register for the current view, on behalf of the reads up to a ticket. */
        void askRegister(long ticket);

        /** The reads up to a ticket may be answered from the state as it is now. */
        void serveReads(long throughTicket);

        /** The role, or the view of a primary, has changed. Who waits for a primary that is no more must be told. */
        void roleChanged(Role role, String why);
    }

    record Send(Member to, long call, Append append) implements Effect {
        @Override
        public void carryOut(Outside outside) {
            outside.send(to, call, append);
        }
    }

    record SendSnapshot(Member to, long call) implements Effect {
        @Override
        public void carryOut(Outside outside) {
            outside.sendSnapshot(to, call);
        }
    }

    record BreakOff(Member to) implements Effect {
        @Override
        public void carryOut(Outside outside) {
            outside.breakOff(to);
        }
    }

    record Store(List<Entry> entries) implements Effect {
        @Override
        public void carryOut(Outside outside) {
            outside.store(entries);
        }
    }

    record CutLog(long afterIndex) implements Effect {
        @Override
        public void carryOut(Outside outside) {
            outside.cutLog(afterIndex);
        }
    }

    record CompactLog(long throughIndex) implements Effect {
        @Override
        public void carryOut(Outside outside) {
            outside.compactLog(throughIndex);
        }
    }

    record SaveEpoch(long epoch) implements Effect {
        @Override
        public void carryOut(Outside outside) {
            outside.saveEpoch(epoch);
        }
    }

    record Answer(AppendAnswer answer) implements Effect {
        @Override
        public void carryOut(Outside outside) {
            outside.answer(answer);
        }
    }

    record Apply(long throughIndex) implements Effect {
        @Override
        public void carryOut(Outside outside) {
            outside.apply(throughIndex);
        }
    }

    record BeginSnapshot(long index, long epoch, int checksum) implements Effect {
        @Override
        public void carryOut(Outside outside) {
            outside.beginSnapshot(index, epoch, checksum);
        }
    }

    record AddRows(List<byte[]> rows) implements Effect {
        @Override
        public void carryOut(Outside outside) {
            outside.addRows(rows);
        }
    }

    record FinishSnapshot() implements Effect {
        @Override
        public void carryOut(Outside outside) {
            outside.finishSnapshot();
        }
    }

    record OpenEpoch() implements Effect {
        @Override
        public void carryOut(Outside outside) {
            outside.openEpoch();
        }
    }

    record Propose(View expected, View next) implements Effect {
        @Override
        public void carryOut(Outside outside) {
            outside.propose(expected, next);
        }
    }

    record AskRegister(long ticket) implements Effect {
        @Override
        public void carryOut(Outside outside) {
            outside.askRegister(ticket);
        }
    }

    record ServeReads(long throughTicket) implements Effect {
        @Override
        public void carryOut(Outside outside) {
            outside.serveReads(throughTicket);
        }
    }

    record RoleChanged(Role role, String why) implements Effect {
        @Override
        public void carryOut(Outside outside) {
            outside.roleChanged(role, why);
        }
    }
}
