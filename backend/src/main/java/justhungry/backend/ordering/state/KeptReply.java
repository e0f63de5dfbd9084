package justhungry.backend.ordering.state;

import justhungry.api.client.Reply;
import justhungry.backend.ordering.table.Decoder;
import justhungry.backend.ordering.table.Encoder;

/**
 * The last reply to a client: RIFL's completion record.
 *
 * @param sequence of the request that it answers
 * @param content of that request
 * @param epoch of the primary that decided it
 * @param revision the index of the entry that it was decided in
 * @param turn the update's number, 1, 2, 3, …, in the order in which all updates are carried out
 */
public record KeptReply(long sequence, Digest content, long epoch, long revision, long turn, Outcome outcome) {
    public Reply.Answered answer(OrderingState state) {
        return new Reply.Answered(epoch, revision, turn, outcome.response(state));
    }

    void writeTo(Encoder out) {
        out.number(sequence);
        content.writeTo(out);
        out.number(epoch).number(revision).number(turn);
        outcome.writeTo(out);
    }

    public static KeptReply readFrom(Decoder in) {
        return new KeptReply(
                in.number(), Digest.readFrom(in), in.number(), in.number(), in.number(), Outcome.readFrom(in));
    }
}
