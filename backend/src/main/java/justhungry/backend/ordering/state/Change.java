package justhungry.backend.ordering.state;

import java.util.List;
import justhungry.backend.ordering.table.Decoder;
import justhungry.backend.ordering.table.Encoder;
import justhungry.backend.ordering.table.Format;

/**
 * A fact that the primary decided. Every back end applies it the same way, from nothing but the change and the state,
 * and it cannot fail: a change that does not fit the state throws {@link IllegalStateException}, and the process must
 * end.
 */
public sealed interface Change permits CatalogueLoaded, DetailsSaved, OrderPlaced, OrderCancelled, ReplyKept {
    void applyTo(OrderingState state);

    /** Writes the change, its tag first. */
    void writeTo(Encoder out);

    /** The change as people see it in a dump. */
    Dumped dumped();

    /** The changes of one entry as its payload. */
    static byte[] encode(List<Change> changes) {
        return Format.encode(out -> out.list(changes, Change::writeTo));
    }

    /**
     * Reads a payload.
     *
     * @throws IllegalArgumentException when the bytes are not a payload
     */
    static List<Change> decode(byte[] payload) {
        return Format.decode(payload, in -> in.list(Change::readFrom));
    }

    private static Change readFrom(Decoder in) {
        int tag = in.tag();
        return switch (tag) {
            case CatalogueLoaded.TAG -> CatalogueLoaded.readFrom(in);
            case DetailsSaved.TAG -> DetailsSaved.readFrom(in);
            case OrderPlaced.TAG -> OrderPlaced.readFrom(in);
            case OrderCancelled.TAG -> OrderCancelled.readFrom(in);
            case ReplyKept.TAG -> ReplyKept.readFrom(in);
            default -> throw new IllegalArgumentException("unknown change " + tag);
        };
    }
}
