package justhungry.api;

import java.io.Serializable;

/** What a replica answers to an {@link Append} or to a {@link SnapshotPiece}. */
public sealed interface AppendAnswer extends Serializable {
    /**
     * The replica's log is durable, and equal to the primary's, up to {@code matchIndex}.
     *
     * @param appliedIndex the last entry that its state contains
     */
    record Acknowledged(long matchIndex, long appliedIndex) implements AppendAnswer {
        private Object writeReplace() {
            return Encoded.of(this);
        }
    }

    /** The previous entry does not match: the primary goes back to what follows {@code lastIndex} or earlier. */
    record NeedsEarlier(long lastIndex) implements AppendAnswer {}

    /** The replica has seen a higher epoch: the sender is no longer primary. */
    record StaleEpoch(long epoch) implements AppendAnswer {}

    /** This piece of a snapshot is kept; the next one may come. */
    record PieceKept() implements AppendAnswer {}

    /** This piece does not follow the last one, or its checksum is wrong: the snapshot must begin again. */
    record PieceRefused(String message) implements AppendAnswer {
        public PieceRefused {
            message = Check.text("a message", message, Limits.TEXT_CHARS);
        }
    }
}
