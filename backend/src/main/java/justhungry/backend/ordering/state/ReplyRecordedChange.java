package justhungry.backend.ordering.state;

import justhungry.api.client.ClientId;
import justhungry.backend.ordering.table.StateCodec;
import justhungry.backend.ordering.table.ValueDecoder;
import justhungry.backend.ordering.table.ValueEncoder;

/**
 * The record of a client's last reply, which it gets again when it sends the request again.
 *
 * @param forgotten the number of oldest replies that are forgotten for it. The primary decides it, so that replicas
 *     with another setting still reach the same state.
 */
public record ReplyRecordedChange(ClientId client, CompletionRecord reply, int forgotten) implements Change {
    static final int TAG = 5;

    @Override
    public void applyTo(ShopState state) {
        var replies = state.replies();
        replies.record(client, reply);
        for (int i = 0; i < forgotten; i++) {
            replies.forgetOldest();
        }
    }

    @Override
    public void writeTo(ValueEncoder out) {
        out.tag(TAG);
        StateCodec.write(client, out);
        reply.writeTo(out);
        out.number(forgotten);
    }

    static ReplyRecordedChange readFrom(ValueDecoder in) {
        return new ReplyRecordedChange(StateCodec.client(in), CompletionRecord.readFrom(in), in.smallNumber());
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
