package justhungry.backend.ordering.state;

import justhungry.api.codec.Tag;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Response;

/**
 * The result of an update, as it is kept for a client that sends it again. An order is only named, because it is never
 * deleted: so a kept reply is small, and still becomes exactly the first response.
 *
 * <p>The tags are fields of the records that have a result: none of them uses 8 to 15.
 */
public sealed interface UpdateResult {
    Response response(ShopState state);

    /** A few words for people who read a dump of the log or the state. */
    String label();

    @Tag(8)
    record Saved() implements UpdateResult {
        @Override
        public Response response(ShopState state) {
            return new Response.DetailsSaved();
        }

        @Override
        public String label() {
            return "details saved";
        }
    }

    @Tag(9)
    record Placed(OrderId id) implements UpdateResult {
        /** The order as it was when it was placed, even if it has been cancelled since. */
        @Override
        public Response response(ShopState state) {
            return new Response.OrderPlaced(state.knownOrder(id).order().withStatus(Order.Status.ACTIVE));
        }

        @Override
        public String label() {
            return "placed order " + id;
        }
    }

    @Tag(10)
    record Cancelled(OrderId id) implements UpdateResult {
        @Override
        public Response response(ShopState state) {
            return new Response.OrderCancelled(state.knownOrder(id).order());
        }

        @Override
        public String label() {
            return "cancelled order " + id;
        }
    }

    @Tag(11)
    record Refusal(@Tag(1) RefusalReason reason, @Tag(2) String message) implements UpdateResult {
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
        public String label() {
            return "refused " + reason;
        }
    }
}
