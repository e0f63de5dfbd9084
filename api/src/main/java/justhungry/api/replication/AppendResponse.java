package justhungry.api.replication;

import java.io.Serializable;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;

/** A replica's response to an {@link Append} or to a {@link SnapshotChunk}. */
public sealed interface AppendResponse extends Serializable {
    void accept(Visitor visitor);

    /** The consequences for the primary, one for each response. */
    interface Visitor {
        void onAcknowledged(Acknowledged acknowledged);

        void onLogMismatch(LogMismatch mismatch);

        void onStaleEpoch(StaleEpoch stale);

        void onNotFollowed(NotFollowed refusal);

        void onChunkAccepted();

        void onNewerVersionNeeded(NewerVersionNeeded refusal);

        void onChunkRejected(ChunkRejected rejection);
    }

    /**
     * An acknowledgement: the replica's log is durable, and equal to the primary's, up to {@code matchIndex}.
     *
     * @param appliedIndex the last entry that it knows to be committed: its state contains it, or will by the next tick
     */
    @Tag(4)
    record Acknowledged(@Tag(1) long matchIndex, @Tag(2) long appliedIndex) implements AppendResponse {
        @Override
        public void accept(Visitor visitor) {
            visitor.onAcknowledged(this);
        }

        private Object writeReplace() {
            return new ReplicationMessage(this);
        }
    }

    /** A mismatch at the previous entry: the primary goes back to the entry after {@code lastIndex}, or earlier. */
    @Tag(5)
    record LogMismatch(@Tag(1) long lastIndex) implements AppendResponse {
        @Override
        public void accept(Visitor visitor) {
            visitor.onLogMismatch(this);
        }

        private Object writeReplace() {
            return new ReplicationMessage(this);
        }
    }

    /** The refusal by a replica that has seen a higher epoch: the sender is no longer primary. */
    @Tag(6)
    record StaleEpoch(@Tag(1) long epoch) implements AppendResponse {
        @Override
        public void accept(Visitor visitor) {
            visitor.onStaleEpoch(this);
        }

        private Object writeReplace() {
            return new ReplicationMessage(this);
        }
    }

    /**
     * The refusal of a sender that is not the primary of a view that the receiver knows from the register: nothing was done.
     *
     * @param message why, for a person
     */
    @Tag(10)
    record NotFollowed(@Tag(1) String message) implements AppendResponse {
        public NotFollowed {
            message = Preconditions.text("a message", message, Limits.TEXT_CHARS);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.onNotFollowed(this);
        }

        private Object writeReplace() {
            return new ReplicationMessage(this);
        }
    }

    /** The acceptance of a chunk of a snapshot: the next one may come. */
    @Tag(7)
    record ChunkAccepted() implements AppendResponse {
        @Override
        public void accept(Visitor visitor) {
            visitor.onChunkAccepted();
        }

        private Object writeReplace() {
            return new ReplicationMessage(this);
        }
    }

    /**
     * The refusal of an entry or a snapshot that this replica cannot read, because it is of a newer version or damaged. It
     * keeps what it has, and everything before that entry.
     *
     * @param message the version that is needed, or what is wrong, in words
     */
    @Tag(9)
    record NewerVersionNeeded(@Tag(1) String message) implements AppendResponse {
        public NewerVersionNeeded {
            message = Preconditions.text("a message", message, Limits.TEXT_CHARS);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.onNewerVersionNeeded(this);
        }

        private Object writeReplace() {
            return new ReplicationMessage(this);
        }
    }

    /** The rejection of a chunk that does not follow the last one, or has a wrong checksum: the snapshot must begin again. */
    @Tag(8)
    record ChunkRejected(@Tag(1) String message) implements AppendResponse {
        public ChunkRejected {
            message = Preconditions.text("a message", message, Limits.TEXT_CHARS);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.onChunkRejected(this);
        }

        private Object writeReplace() {
            return new ReplicationMessage(this);
        }
    }
}
