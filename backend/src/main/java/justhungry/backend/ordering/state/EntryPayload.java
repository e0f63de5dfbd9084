package justhungry.backend.ordering.state;

import java.util.List;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;
import justhungry.api.codec.WireFormat;

/**
 * The payload of an entry.
 *
 * @param version the {@link WireFormat#VERSION} of the primary that decided it: what a back end needs that does not
 *     know one of the changes
 */
record EntryPayload(@Tag(1) int version, List<Change> changes) {
    EntryPayload {
        Preconditions.range("a payload's version", version, 1, Integer.MAX_VALUE);
        changes = List.copyOf(changes);
    }
}
