package justhungry.api.shop;

import java.io.Serializable;
import java.util.List;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;

/** The response of the ordering rules to a request. */
public sealed interface Response extends Serializable {
    @Tag(1)
    record DetailsSaved() implements Response {}

    @Tag(2)
    record OrderPlaced(@Tag(1) Order order) implements Response {
        public OrderPlaced {
            Preconditions.present("an order", order);
        }
    }

    @Tag(3)
    record OrderCancelled(@Tag(1) Order order) implements Response {
        public OrderCancelled {
            Preconditions.present("an order", order);
        }
    }

    /** All products, in the catalogue's order. */
    @Tag(4)
    record Products(@Tag(1) List<Product> products) implements Response {
        public Products {
            products = Preconditions.list("a product list", Product.class, products, Limits.PRODUCTS);
        }
    }

    /** The price of a basket, without delivery and tip. */
    @Tag(5)
    record BasketPrice(@Tag(1) List<OrderLine> lines) implements Response {
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
    @Tag(6)
    record Orders(@Tag(1) List<Order> orders, @Tag(2) boolean more) implements Response {
        public Orders {
            orders = Preconditions.list("a page of orders", Order.class, orders, Limits.ORDERS_PER_PAGE);
        }
    }

    /** The refusal of a request: nothing has changed. */
    @Tag(7)
    record Refused(@Tag(1) RefusalReason reason, @Tag(2) String message) implements Response {
        public Refused {
            Preconditions.present("a reason", reason);
            message = Preconditions.text("a refusal's message", message, Limits.TEXT_CHARS);
        }
    }
}
