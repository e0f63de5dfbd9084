package justhungry.api.replication;

import java.io.Serializable;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;

/** A replica's response to an {@link Append} or to a {@link SnapshotChunk}. */
public sealed interface AppendResponse extends Serializable {
    /**
     * An acknowledgement: the replica's log is durable, and equal to the primary's, up to {@code matchIndex}.
     *
     * @param appliedIndex the last entry that its state contains
     */
    record Acknowledged(long matchIndex, long appliedIndex) implements AppendResponse {
        private Object writeReplace() {
            return new ReplicationMessage(this);
        }
    }

    /** A mismatch at the previous entry: the primary goes back to the entry after {@code lastIndex}, or earlier. */
    record LogMismatch(long lastIndex) implements AppendResponse {}

    /** The refusal by a replica that has seen a higher epoch: the sender is no longer primary. */
    record StaleEpoch(long epoch) implements AppendResponse {}

    /** The acceptance of a chunk of a snapshot: the next one may come. */
    record ChunkAccepted() implements AppendResponse {}

    /** The rejection of a chunk that does not follow the last one, or has a wrong checksum: the snapshot must begin again. */
    record ChunkRejected(String message) implements AppendResponse {
        public ChunkRejected {
            message = Preconditions.text("a message", message, Limits.TEXT_CHARS);
        }
    }
}
