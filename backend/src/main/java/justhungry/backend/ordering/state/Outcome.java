package justhungry.backend.ordering.state;

import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Reason;
import justhungry.api.shop.Response;
import justhungry.backend.ordering.table.Decoder;
import justhungry.backend.ordering.table.Encoder;

/**
 * The result of an update, as it is kept for a client that sends it again. An order is only named, because it is never
 * deleted: so a kept reply is small, and still becomes exactly the first response.
 */
public sealed interface Outcome {
    Response response(OrderingState state);

    void writeTo(Encoder out);

    /** A few words for people who read a dump of the log or the state. */
    String words();

    static Outcome readFrom(Decoder in) {
        int tag = in.tag();
        return switch (tag) {
            case Saved.TAG -> new Saved();
            case Placed.TAG -> new Placed(new OrderId(in.number()));
            case Cancelled.TAG -> new Cancelled(new OrderId(in.number()));
            case Refused.TAG -> new Refused(in.choice(Reason.class), in.text());
            default -> throw new IllegalArgumentException("unknown outcome " + tag);
        };
    }

    record Saved() implements Outcome {
        private static final int TAG = 1;

        @Override
        public Response response(OrderingState state) {
            return new Response.DetailsSaved();
        }

        @Override
        public void writeTo(Encoder out) {
            out.tag(TAG);
        }

        @Override
        public String words() {
            return "details saved";
        }
    }

    record Placed(OrderId id) implements Outcome {
        private static final int TAG = 2;

        /** The order as it was when it was placed, even if it has been cancelled since. */
        @Override
        public Response response(OrderingState state) {
            var order = state.knownOrder(id).order();
            return new Response.OrderPlaced(
                    new Order(id, order.lines(), order.delivery(), order.tip(), Order.Status.ACTIVE));
        }

        @Override
        public void writeTo(Encoder out) {
            out.tag(TAG).number(id.number());
        }

        @Override
        public String words() {
            return "placed order " + id;
        }
    }

    record Cancelled(OrderId id) implements Outcome {
        private static final int TAG = 3;

        @Override
        public Response response(OrderingState state) {
            return new Response.OrderCancelled(state.knownOrder(id).order());
        }

        @Override
        public void writeTo(Encoder out) {
            out.tag(TAG).number(id.number());
        }

        @Override
        public String words() {
            return "cancelled order " + id;
        }
    }

    record Refused(Reason reason, String message) implements Outcome {
        private static final int TAG = 4;

        public static Refused of(Reason reason, String message, Object... values) {
            return new Refused(reason, message.formatted(values));
        }

        @Override
        public Response response(OrderingState state) {
            return response();
        }

        public Response.Refused response() {
            return new Response.Refused(reason, message);
        }

        @Override
        public void writeTo(Encoder out) {
            out.tag(TAG).choice(reason).text(message);
        }

        @Override
        public String words() {
            return "refused " + reason;
        }
    }
}
