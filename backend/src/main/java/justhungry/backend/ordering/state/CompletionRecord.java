package justhungry.backend.ordering.state;

import java.time.Instant;
import justhungry.api.client.Reply;
import justhungry.api.codec.Tag;

/**
 * The last reply to a client: RIFL's completion record.
 *
 * @param sequence of the request that it answers
 * @param content of that request
 * @param epoch of the primary that decided it
 * @param revision the index of the entry that it was decided in
 * @param updateNumber the update's number, 1, 2, 3, …, in the order in which all updates are carried out
 * @param decidedAt the time of that entry
 */
public record CompletionRecord(
        @Tag(1) long sequence,
        @Tag(2) ContentDigest content,
        @Tag(3) long epoch,
        @Tag(4) long revision,
        @Tag(5) long updateNumber,
        @Tag(6) Instant decidedAt,
        UpdateResult result) {
    public Reply.Answered answer(ShopState state) {
        return new Reply.Answered(epoch, revision, updateNumber, result.response(state), decidedAt);
    }
}
