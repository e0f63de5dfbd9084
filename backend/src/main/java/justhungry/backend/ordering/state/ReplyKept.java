package justhungry.backend.ordering.state;

import justhungry.api.client.ClientId;
import justhungry.backend.ordering.table.Decoder;
import justhungry.backend.ordering.table.Encoder;
import justhungry.backend.ordering.table.Format;

/**
 * The record of a client's last reply, which it gets again when it sends the request again.
 *
 * @param forgotten the number of oldest replies that are forgotten for it. The primary decides it, so that replicas
 *     with another setting still reach the same state.
 */
public record ReplyKept(ClientId client, KeptReply reply, int forgotten) implements Change {
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
