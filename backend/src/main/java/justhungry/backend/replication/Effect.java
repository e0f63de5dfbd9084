package justhungry.backend.replication;

import java.util.List;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendAnswer;
import justhungry.api.replication.BackendStatus.Role;

/**
 * An action outside the core that an event requires. Effects are executed in order, each completed before the next
 * begins: one after a {@link Store} happens only when the entries are durable; one before it may overlap with it.
 */
public sealed interface Effect {
    void carryOut(Outside handler);

    /** The executor of effects. */
    interface Outside {
        /** Send to a member, and report the answer, or that there was none, with the call's id. */
        void send(Member to, long call, Append append);

        /** Send the state as it is now, in chunks; report the answer to each. */
        void sendSnapshot(Member to, long call);

        /** Cancel the call in progress to a member: it has been silent for too long. */
        void breakOff(Member to);

        /** Append entries to this back end's log, durably. */
        void store(List<Entry> entries);

        /** Remove the entries after an index from this back end's log. */
        void cutLog(long afterIndex);

        /** Drop the entries up to an index. */
        void compactLog(long throughIndex);

        /** Make the highest epoch seen durable. */
        void saveEpoch(long epoch);

        /** Answer the append, or the chunk of a snapshot, that is being handled. */
        void answer(AppendAnswer answer);

        /** Apply the entries up to an index: they are committed. */
        void apply(long throughIndex);

        /** Clear state and log: a snapshot of this index is about to arrive. */
        void beginSnapshot(long index, long epoch, int checksum);

        /** Add rows to the arriving snapshot. */
        void addRows(List<byte[]> rows);

        /** Complete the arriving snapshot. */
        void finishSnapshot();

        /** Get the payload of the opening entry from the application, and report it as decided. */
        void openEpoch();

        /** Propose a view to the register, and report the view that the register then holds. */
        void propose(View expected, View next);

        /** Query the register for the current view, for the reads up to a ticket. */
        void askRegister(long ticket);

        /** Answer the reads up to a ticket from the state as it is now. */
        void serveReads(long throughTicket);

        /** Note a new role, or a primary's new view. When the primary role was lost, answer the waiting callers. */
        void roleChanged(Role role, String why);
    }

    record Send(Member to, long call, Append append) implements Effect {
        @Override
        public void carryOut(Outside handler) {
            handler.send(to, call, append);
        }
    }

    record SendSnapshot(Member to, long call) implements Effect {
        @Override
        public void carryOut(Outside handler) {
            handler.sendSnapshot(to, call);
        }
    }

    record BreakOff(Member to) implements Effect {
        @Override
        public void carryOut(Outside handler) {
            handler.breakOff(to);
        }
    }

    record Store(List<Entry> entries) implements Effect {
        @Override
        public void carryOut(Outside handler) {
            handler.store(entries);
        }
    }

    record CutLog(long afterIndex) implements Effect {
        @Override
        public void carryOut(Outside handler) {
            handler.cutLog(afterIndex);
        }
    }

    record CompactLog(long throughIndex) implements Effect {
        @Override
        public void carryOut(Outside handler) {
            handler.compactLog(throughIndex);
        }
    }

    record SaveEpoch(long epoch) implements Effect {
        @Override
        public void carryOut(Outside handler) {
            handler.saveEpoch(epoch);
        }
    }

    record Answer(AppendAnswer answer) implements Effect {
        @Override
        public void carryOut(Outside handler) {
            handler.answer(answer);
        }
    }

    record Apply(long throughIndex) implements Effect {
        @Override
        public void carryOut(Outside handler) {
            handler.apply(throughIndex);
        }
    }

    record BeginSnapshot(long index, long epoch, int checksum) implements Effect {
        @Override
        public void carryOut(Outside handler) {
            handler.beginSnapshot(index, epoch, checksum);
        }
    }

    record AddRows(List<byte[]> rows) implements Effect {
        @Override
        public void carryOut(Outside handler) {
            handler.addRows(rows);
        }
    }

    record FinishSnapshot() implements Effect {
        @Override
        public void carryOut(Outside handler) {
            handler.finishSnapshot();
        }
    }

    record OpenEpoch() implements Effect {
        @Override
        public void carryOut(Outside handler) {
            handler.openEpoch();
        }
    }

    record Propose(View expected, View next) implements Effect {
        @Override
        public void carryOut(Outside handler) {
            handler.propose(expected, next);
        }
    }

    record AskRegister(long ticket) implements Effect {
        @Override
        public void carryOut(Outside handler) {
            handler.askRegister(ticket);
        }
    }

    record ServeReads(long throughTicket) implements Effect {
        @Override
        public void carryOut(Outside handler) {
            handler.serveReads(throughTicket);
        }
    }

    record RoleChanged(Role role, String why) implements Effect {
        @Override
        public void carryOut(Outside handler) {
            handler.roleChanged(role, why);
        }
    }
}
