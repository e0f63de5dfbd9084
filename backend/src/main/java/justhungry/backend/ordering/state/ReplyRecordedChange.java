package justhungry.backend.ordering.state;

import justhungry.api.client.ClientId;
import justhungry.api.codec.Tag;

/**
 * The record of a client's last reply, which it gets again when it sends the request again.
 *
 * @param forgotten the number of oldest replies that are forgotten for it. The primary decides it, so that replicas
 *     with another setting still reach the same state.
 */
@Tag(5)
public record ReplyRecordedChange(
        @Tag(1) ClientId client,
        @Tag(2) CompletionRecord reply,
        @Tag(3) int forgotten) implements Change {
    @Override
    public void applyTo(ShopState state) {
        var replies = state.replies();
        replies.record(client, reply.withDecidedAt(state.decidedAt()));
        for (int i = 0; i < forgotten; i++) {
            replies.forgetOldest();
        }
    }

    @Override
    public DumpRow toDumpRow() {
        return new DumpRow.ReplyChange(
                "reply kept",
                client.toString(),
                reply.sequence(),
                reply.result().label(),
                forgotten);
    }
}
