package justhungry.api.client;

import java.io.Serializable;
import java.util.List;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;

/** Requests that share one call from a front end to a back end. */
@Tag(3)
public record Batch(@Tag(1) List<Envelope> requests) implements Serializable {
    public Batch {
        requests = Preconditions.list("a batch", Envelope.class, requests, Limits.REQUESTS_PER_CALL);
    }

    private Object writeReplace() {
        return new ClientMessage(this);
    }

    /**
     * The replies to a batch, in its order.
     *
     * @param epoch the epoch of the newest view that the back end knew when it answered; the front end believes the replies
     *     only if that is the epoch of the view by which it routed the batch
     */
    public record Replies(long epoch, List<Reply> replies) implements Serializable {
        public Replies {
            Preconditions.range("an epoch", epoch, 0, Long.MAX_VALUE);
            replies = Preconditions.list("a batch's replies", Reply.class, replies, Limits.REQUESTS_PER_CALL);
        }
    }
}
