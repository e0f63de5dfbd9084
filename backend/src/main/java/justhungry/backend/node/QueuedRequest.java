package justhungry.backend.node;

import java.time.Duration;
import java.util.function.Consumer;
import justhungry.api.client.Envelope;
import justhungry.api.client.Frontend;
import justhungry.api.client.Reply;

/** A request in the queue, with the receiver of its reply. */
record QueuedRequest(Envelope envelope, Duration since, Consumer<Reply> answer) {
    void reply(Reply reply) {
        answer.accept(reply);
    }

    /** Whether it has waited too long. */
    boolean isLate(Duration now) {
        return since.compareTo(now.minus(Frontend.REQUEST_TIMEOUT)) < 0;
    }
}
