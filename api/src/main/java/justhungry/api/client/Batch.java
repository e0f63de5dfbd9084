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

    /** The replies to a batch, in its order. */
    public record Replies(List<Reply> replies) implements Serializable {
        public Replies {
            replies = Preconditions.list("a batch's replies", Reply.class, replies, Limits.REQUESTS_PER_CALL);
        }
    }
}
