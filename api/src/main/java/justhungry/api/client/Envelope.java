package justhungry.api.client;

import java.io.Serializable;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;

/**
 * A request on its way, with the data that make it safe to send again.
 *
 * @param seenRevision the highest revision that the client had been shown before it first sent this request, 0 when
 *     none. It tells a primary that has forgotten old replies whether this request could have been carried out before.
 */
@Tag(2)
public record Envelope(
        @Tag(1) RequestId id,
        @Tag(2) long seenRevision,
        @Tag(3) UserId user,
        @Tag(4) Request request) implements Serializable {
    public Envelope {
        Preconditions.present("a part of an envelope", id, user, request);
        Preconditions.range("the seen revision", seenRevision, 0, Long.MAX_VALUE);
    }

    private Object writeReplace() {
        return new ClientMessage(this);
    }
}
