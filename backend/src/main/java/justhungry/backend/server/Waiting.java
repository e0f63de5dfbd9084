package justhungry.backend.server;

import java.time.Duration;
import java.util.function.Consumer;
import justhungry.api.Envelope;
import justhungry.api.Reply;

/** A request in the queue, with the receiver of its reply. */
record Waiting(Envelope envelope, Duration since, Consumer<Reply> answer) {
    void reply(Reply reply) {
        answer.accept(reply);
    }
}
