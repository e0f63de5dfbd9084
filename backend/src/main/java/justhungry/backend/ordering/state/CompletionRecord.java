package justhungry.backend.ordering.state;

import justhungry.api.client.Reply;
import justhungry.backend.ordering.table.ValueDecoder;
import justhungry.backend.ordering.table.ValueEncoder;

/**
 * The last reply to a client: RIFL's completion record.
 *
 * @param sequence of the request that it answers
 * @param content of that request
 * @param epoch of the primary that decided it
 * @param revision the index of the entry that it was decided in
 * @param updateNumber the update's number, 1, 2, 3, …, in the order in which all updates are carried out
 */
public record CompletionRecord(
        long sequence, ContentDigest content, long epoch, long revision, long updateNumber, UpdateResult result) {
    public Reply.Answered answer(ShopState state) {
        return new Reply.Answered(epoch, revision, updateNumber, result.response(state));
    }

    void writeTo(ValueEncoder out) {
        out.number(sequence);
        content.writeTo(out);
        out.number(epoch).number(revision).number(updateNumber);
        result.writeTo(out);
    }

    public static CompletionRecord readFrom(ValueDecoder in) {
        return new CompletionRecord(
                in.number(),
                ContentDigest.readFrom(in),
                in.number(),
                in.number(),
                in.number(),
                UpdateResult.readFrom(in));
    }
}
