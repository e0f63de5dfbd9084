package justhungry.backend.ordering.state;

import java.time.Instant;
import java.util.List;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;
import justhungry.api.codec.WireFormat;
import org.jspecify.annotations.Nullable;

/**
 * The payload of an entry: what was decided, and when.
 *
 * @param version the {@link WireFormat#VERSION} of the primary that decided it: what a back end needs that does not
 *     know one of the changes
 * @param decidedAt in whole milliseconds, no earlier than that of the entry before; {@code null} in an entry that only
 *     opens an epoch
 */
public record EntryPayload(
        @Tag(1) int version, @Tag(2) @Nullable Instant decidedAt, List<Change> changes) {
    public EntryPayload {
        Preconditions.range("a payload's version", version, 1, Integer.MAX_VALUE);
        changes = List.copyOf(changes);
    }

    /** The payload of an entry that opens an epoch. */
    public static byte[] opening(List<Change> changes) {
        return WireFormat.encode(new EntryPayload(WireFormat.VERSION, null, changes));
    }

    /** The payload of a batch that was decided. */
    public static byte[] decided(List<Change> changes, Instant decidedAt) {
        return WireFormat.encode(new EntryPayload(WireFormat.VERSION, decidedAt, changes));
    }

    /**
     * Reads a payload.
     *
     * @throws justhungry.api.codec.NewerFormatException when it has something that this version does not know
     * @throws IllegalArgumentException when the bytes are not a payload
     */
    public static EntryPayload decode(byte[] payload) {
        return WireFormat.decode(EntryPayload.class, payload);
    }

    /** Applies all changes, in their order. */
    public void applyTo(ShopState state) {
        if (decidedAt != null) {
            state.decideAt(decidedAt);
        }
        changes.forEach(change -> change.applyTo(state));
    }
}
