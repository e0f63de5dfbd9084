package justhungry.backend.server;

import java.time.Duration;
import java.util.function.Consumer;
import justhungry.api.Envelope;
import justhungry.api.Reply;

/** A request that waits for its reply. */
record Waiting(Envelope envelope, Duration since, Consumer<Reply> answer) {
    void reply(Reply reply) {
        answer.accept(reply);
    }
}
