package justhungry.api.shop;

import java.io.Serializable;
import java.util.List;
import justhungry.api.codec.Check;
import justhungry.api.codec.Limits;

/** The response of the ordering rules to a request. */
public sealed interface Response extends Serializable {
    record DetailsSaved() implements Response {}

    record OrderPlaced(Order order) implements Response {
        public OrderPlaced {
            Check.present("an order", order);
        }
    }

    record OrderCancelled(Order order) implements Response {
        public OrderCancelled {
            Check.present("an order", order);
        }
    }

    /** All products, in the catalogue's order. */
    record Products(List<Product> products) implements Response {
        public Products {
            products = Check.list("a product list", Product.class, products, Limits.PRODUCTS);
        }
    }

    /** The price of a basket, without delivery and tip. */
    record BasketPrice(List<Line> lines) implements Response {
        public BasketPrice {
            lines = Check.list("a basket", Line.class, lines, Limits.ITEMS_PER_ORDER);
        }

        public Money total() {
            return Line.total(lines);
        }
    }

    /**
     * A page of a user's orders, newest first.
     *
     * @param more whether there are older ones
     */
    record Orders(List<Order> orders, boolean more) implements Response {
        public Orders {
            orders = Check.list("a page of orders", Order.class, orders, Limits.ORDERS_PER_PAGE);
        }
    }

    /** The refusal of a request: nothing has changed. */
    record Refused(Reason reason, String message) implements Response {
        public Refused {
            Check.present("a reason", reason);
            message = Check.text("a refusal's message", message, Limits.TEXT_CHARS);
        }
    }
}
