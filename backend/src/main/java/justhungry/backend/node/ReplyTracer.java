package justhungry.backend.node;

import java.util.function.Consumer;
import justhungry.api.client.Reply;

/** A receiver of a reply that is told of the request's way, too. Called by the node's thread. */
public interface ReplyTracer extends Consumer<Reply> {
    /** The request was decided, with the entry of this index. */
    void onDecided(long index);

    /** This back end has acknowledged the entry; it may be told again. */
    void onAcknowledged(String replica);
}
