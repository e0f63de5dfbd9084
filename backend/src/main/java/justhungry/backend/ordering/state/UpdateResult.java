package justhungry.backend.ordering.state;

import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Response;
import justhungry.backend.ordering.table.ValueDecoder;
import justhungry.backend.ordering.table.ValueEncoder;

/**
 * The result of an update, as it is kept for a client that sends it again. An order is only named, because it is never
 * deleted: so a kept reply is small, and still becomes exactly the first response.
 */
public sealed interface UpdateResult {
    Response response(ShopState state);

    void writeTo(ValueEncoder out);

    /** A few words for people who read a dump of the log or the state. */
    String label();

    static UpdateResult readFrom(ValueDecoder in) {
        int tag = in.tag();
        return switch (tag) {
            case Saved.TAG -> new Saved();
            case Placed.TAG -> new Placed(new OrderId(in.number()));
            case Cancelled.TAG -> new Cancelled(new OrderId(in.number()));
            case Refusal.TAG -> new Refusal(in.choice(RefusalReason.class), in.text());
            default -> throw new IllegalArgumentException("unknown outcome " + tag);
        };
    }

    record Saved() implements UpdateResult {
        private static final int TAG = 1;

        @Override
        public Response response(ShopState state) {
            return new Response.DetailsSaved();
        }

        @Override
        public void writeTo(ValueEncoder out) {
            out.tag(TAG);
        }

        @Override
        public String label() {
            return "details saved";
        }
    }

    record Placed(OrderId id) implements UpdateResult {
        private static final int TAG = 2;

        /** The order as it was when it was placed, even if it has been cancelled since. */
        @Override
        public Response response(ShopState state) {
            var order = state.knownOrder(id).order();
            return new Response.OrderPlaced(
                    new Order(id, order.lines(), order.delivery(), order.tip(), Order.Status.ACTIVE));
        }

        @Override
        public void writeTo(ValueEncoder out) {
            out.tag(TAG).number(id.number());
        }

        @Override
        public String label() {
            return "placed order " + id;
        }
    }

    record Cancelled(OrderId id) implements UpdateResult {
        private static final int TAG = 3;

        @Override
        public Response response(ShopState state) {
            return new Response.OrderCancelled(state.knownOrder(id).order());
        }

        @Override
        public void writeTo(ValueEncoder out) {
            out.tag(TAG).number(id.number());
        }

        @Override
        public String label() {
            return "cancelled order " + id;
        }
    }

    record Refusal(RefusalReason reason, String message) implements UpdateResult {
        private static final int TAG = 4;

        public static Refusal of(RefusalReason reason, String message, Object... values) {
            return new Refusal(reason, message.formatted(values));
        }

        /** The refusal of an order that does not exist, or is another user's: the answer does not reveal which. */
        public static Refusal unknownOrder(OrderId order) {
            return of(RefusalReason.UNKNOWN_ORDER, "you have no order %s; see your order history", order);
        }

        @Override
        public Response response(ShopState state) {
            return response();
        }

        public Response.Refused response() {
            return new Response.Refused(reason, message);
        }

        @Override
        public void writeTo(ValueEncoder out) {
            out.tag(TAG).choice(reason).text(message);
        }

        @Override
        public String label() {
            return "refused " + reason;
        }
    }
}
