package justhungry.backend.ordering;

import justhungry.api.ClientId;

/**
 * The reply that a client gets again when it asks again.
 *
 * @param forgotten how many of the oldest replies are forgotten for it. The primary says so, so that replicas with
 *     another setting still come to the same state.
 */
record ReplyKept(ClientId client, KeptReply reply, int forgotten) implements Change {
    static final int TAG = 5;

    @Override
    public void applyTo(OrderingState state) {
        var replies = state.replies();
        replies.keep(client, reply);
        for (int i = 0; i < forgotten; i++) {
            replies.forgetOldest();
        }
    }

    @Override
    public void writeTo(Encoder out) {
        out.tag(TAG);
        Format.write(client, out);
        reply.writeTo(out);
        out.number(forgotten);
    }

    static ReplyKept readFrom(Decoder in) {
        return new ReplyKept(Format.client(in), KeptReply.readFrom(in), in.smallNumber());
    }

    @Override
    public Dumped dumped() {
        return new Dumped.ReplyChange(
                "reply kept",
                client.toString(),
                reply.sequence(),
                reply.outcome().words(),
                forgotten);
    }
}
