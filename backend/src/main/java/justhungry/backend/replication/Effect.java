package justhungry.backend.replication;

import java.util.List;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendResponse;
import justhungry.api.replication.BackendStatus.BackendRole;

/**
 * An action outside the core that an event requires. Effects are executed in order, each completed before the next
 * begins: one after a {@link StoreEntries} happens only when the entries are durable; one before it may overlap with it.
 */
public sealed interface Effect {
    void execute(Handler handler);

    /** The executor of effects. */
    interface Handler {
        /** Send to a member, and report the answer, or that there was none, with the call's id. */
        void send(Member to, long call, Append append);

        /** Send the state as it is now, in chunks; report the answer to each. */
        void sendSnapshot(Member to, long call);

        /** Cancel the call in progress to a member: it has been silent for too long. */
        void cancelCall(Member to);

        /** Append entries to this back end's log, durably. */
        void storeEntries(List<Entry> entries);

        /** Remove the entries after an index from this back end's log. */
        void truncateLog(long afterIndex);

        /** Drop the entries up to an index. */
        void compactLog(long throughIndex);

        /** Make the highest epoch seen durable. */
        void saveEpoch(long epoch);

        /** Answer the append, or the chunk of a snapshot, that is being handled. */
        void respond(AppendResponse answer);

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
        void queryRegister(long ticket);

        /** Answer the reads up to a ticket from the state as it is now. */
        void serveReads(long throughTicket);

        /** Tell people that this back end cannot follow its primary, why, and which version can. */
        void versionNeeded(String why);

        /** Note a new role, or a primary's new view. When the primary role was lost, answer the waiting callers. */
        void roleChanged(BackendRole role, String why);
    }

    record Send(Member to, long call, Append append) implements Effect {
        @Override
        public void execute(Handler handler) {
            handler.send(to, call, append);
        }
    }

    record SendSnapshot(Member to, long call) implements Effect {
        @Override
        public void execute(Handler handler) {
            handler.sendSnapshot(to, call);
        }
    }

    record CancelCall(Member to) implements Effect {
        @Override
        public void execute(Handler handler) {
            handler.cancelCall(to);
        }
    }

    record StoreEntries(List<Entry> entries) implements Effect {
        @Override
        public void execute(Handler handler) {
            handler.storeEntries(entries);
        }
    }

    record TruncateLog(long afterIndex) implements Effect {
        @Override
        public void execute(Handler handler) {
            handler.truncateLog(afterIndex);
        }
    }

    record CompactLog(long throughIndex) implements Effect {
        @Override
        public void execute(Handler handler) {
            handler.compactLog(throughIndex);
        }
    }

    record SaveEpoch(long epoch) implements Effect {
        @Override
        public void execute(Handler handler) {
            handler.saveEpoch(epoch);
        }
    }

    record Respond(AppendResponse answer) implements Effect {
        @Override
        public void execute(Handler handler) {
            handler.respond(answer);
        }
    }

    record Apply(long throughIndex) implements Effect {
        @Override
        public void execute(Handler handler) {
            handler.apply(throughIndex);
        }
    }

    record BeginSnapshot(long index, long epoch, int checksum) implements Effect {
        @Override
        public void execute(Handler handler) {
            handler.beginSnapshot(index, epoch, checksum);
        }
    }

    record AddRows(List<byte[]> rows) implements Effect {
        @Override
        public void execute(Handler handler) {
            handler.addRows(rows);
        }
    }

    record FinishSnapshot() implements Effect {
        @Override
        public void execute(Handler handler) {
            handler.finishSnapshot();
        }
    }

    record OpenEpoch() implements Effect {
        @Override
        public void execute(Handler handler) {
            handler.openEpoch();
        }
    }

    record ProposeView(View expected, View next) implements Effect {
        @Override
        public void execute(Handler handler) {
            handler.propose(expected, next);
        }
    }

    record QueryRegister(long ticket) implements Effect {
        @Override
        public void execute(Handler handler) {
            handler.queryRegister(ticket);
        }
    }

    record ServeReads(long throughTicket) implements Effect {
        @Override
        public void execute(Handler handler) {
            handler.serveReads(throughTicket);
        }
    }

    record VersionNeeded(String why) implements Effect {
        @Override
        public void execute(Handler handler) {
            handler.versionNeeded(why);
        }
    }

    record RoleChanged(BackendRole role, String why) implements Effect {
        @Override
        public void execute(Handler handler) {
            handler.roleChanged(role, why);
        }
    }
}
