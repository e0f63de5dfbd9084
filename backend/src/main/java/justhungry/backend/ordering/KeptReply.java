package justhungry.backend.ordering;

import justhungry.api.Reply;

/**
 * The last reply of a client.
 *
 * @param sequence of the request that it answers
 * @param content of that request
 * @param epoch of the primary that decided it
 * @param revision the index of the entry that it was decided in
 */
record KeptReply(long sequence, Digest content, long epoch, long revision, Outcome outcome) {
    Reply.Answered answer(OrderingState state) {
        return new Reply.Answered(epoch, revision, outcome.response(state));
    }

    void writeTo(Encoder out) {
        out.number(sequence);
        content.writeTo(out);
        out.number(epoch).number(revision);
        outcome.writeTo(out);
    }

    static KeptReply readFrom(Decoder in) {
        return new KeptReply(in.number(), Digest.readFrom(in), in.number(), in.number(), Outcome.readFrom(in));
    }
}
