package justhungry.backend.ordering.state;

import java.util.List;
import justhungry.backend.ordering.table.StateCodec;
import justhungry.backend.ordering.table.ValueDecoder;
import justhungry.backend.ordering.table.ValueEncoder;

/**
 * A fact that the primary decided. Every back end applies it the same way, from nothing but the change and the state,
 * and it cannot fail: a change that does not fit the state throws {@link IllegalStateException}, and the process must
 * end.
 */
public sealed interface Change
        permits CatalogueLoadedChange,
                DetailsSavedChange,
                OrderPlacedChange,
                OrderCancelledChange,
                ReplyRecordedChange {
    void applyTo(ShopState state);

    /** Writes the change, its tag first. */
    void writeTo(ValueEncoder out);

    /** The change as people see it in a dump. */
    DumpRow toDumpRow();

    /** The changes of one entry as its payload. */
    static byte[] encode(List<Change> changes) {
        return StateCodec.encode(out -> out.list(changes, Change::writeTo));
    }

    /**
     * Reads a payload.
     *
     * @throws IllegalArgumentException when the bytes are not a payload
     */
    static List<Change> decode(byte[] payload) {
        return StateCodec.decode(payload, in -> in.list(Change::readFrom));
    }

    private static Change readFrom(ValueDecoder in) {
        int tag = in.tag();
        return switch (tag) {
            case CatalogueLoadedChange.TAG -> CatalogueLoadedChange.readFrom(in);
            case DetailsSavedChange.TAG -> DetailsSavedChange.readFrom(in);
            case OrderPlacedChange.TAG -> OrderPlacedChange.readFrom(in);
            case OrderCancelledChange.TAG -> OrderCancelledChange.readFrom(in);
            case ReplyRecordedChange.TAG -> ReplyRecordedChange.readFrom(in);
            default -> throw new IllegalArgumentException("unknown change " + tag);
        };
    }
}
