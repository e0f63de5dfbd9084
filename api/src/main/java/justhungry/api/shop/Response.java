package justhungry.api.shop;

import java.io.Serializable;
import java.util.List;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;

/** The response of the ordering rules to a request. */
public sealed interface Response extends Serializable {
    record DetailsSaved() implements Response {}

    record OrderPlaced(Order order) implements Response {
        public OrderPlaced {
            Preconditions.present("an order", order);
        }
    }

    record OrderCancelled(Order order) implements Response {
        public OrderCancelled {
            Preconditions.present("an order", order);
        }
    }

    /** All products, in the catalogue's order. */
    record Products(List<Product> products) implements Response {
        public Products {
            products = Preconditions.list("a product list", Product.class, products, Limits.PRODUCTS);
        }
    }

    /** The price of a basket, without delivery and tip. */
    record BasketPrice(List<OrderLine> lines) implements Response {
        public BasketPrice {
            lines = Preconditions.list("a basket", OrderLine.class, lines, Limits.ITEMS_PER_ORDER);
        }

        public Money total() {
            return OrderLine.total(lines);
        }
    }

    /**
     * A page of a user's orders, newest first.
     *
     * @param more whether there are older ones
     */
    record Orders(List<Order> orders, boolean more) implements Response {
        public Orders {
            orders = Preconditions.list("a page of orders", Order.class, orders, Limits.ORDERS_PER_PAGE);
        }
    }

    /** The refusal of a request: nothing has changed. */
    record Refused(RefusalReason reason, String message) implements Response {
        public Refused {
            Preconditions.present("a reason", reason);
            message = Preconditions.text("a refusal's message", message, Limits.TEXT_CHARS);
        }
    }
}
