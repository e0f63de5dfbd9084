package justhungry.backend.ordering.state;

import justhungry.api.client.ClientId;
import justhungry.api.codec.Tag;

/**
 * The record of a client's last reply, which it gets again when it sends the request again. What is the same for all
 * updates of an entry, or follows from their order, is not in it.
 *
 * @param sequence of the request
 * @param content of that request
 * @param forgotten the number of oldest replies that are forgotten for it. The primary decides it, so that replicas
 *     with another setting still reach the same state.
 */
@Tag(8)
public record ReplyRecordedChange(
        @Tag(1) ClientId client,
        @Tag(2) long sequence,
        @Tag(3) int forgotten,
        @Tag(4) ContentDigest content,
        UpdateResult result)
        implements Change {
    /** The record that {@link #applyTo} keeps. */
    public CompletionRecord reply(ShopState state) {
        long updateNumber = state.replies().lastUpdateNumber() + 1;
        return new CompletionRecord(
                sequence, content, state.epoch(), state.index(), updateNumber, state.decidedAt(), result);
    }

    @Override
    public void applyTo(ShopState state) {
        var replies = state.replies();
        replies.record(client, reply(state));
        for (int i = 0; i < forgotten; i++) {
            replies.forgetOldest();
        }
    }

    @Override
    public DumpRow toDumpRow() {
        return new DumpRow.ReplyChange("reply kept", client.toString(), sequence, result.label(), forgotten);
    }
}
