package justhungry.api.client;

import java.io.Serializable;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;

/**
 * The permanent id of one request: a client's requests are numbered 1, 2, 3, …, and the next number is used only when the
 * answer to the last one is known. A request takes effect at most once, however often it is sent with the same id.
 */
public record RequestId(@Tag(1) ClientId client, @Tag(2) long sequence) implements Serializable {
    public RequestId {
        Preconditions.present("a request's client", client);
        Preconditions.range("a request's sequence number", sequence, 1, Long.MAX_VALUE);
    }

    @Override
    public String toString() {
        return client + "/" + sequence;
    }
}
