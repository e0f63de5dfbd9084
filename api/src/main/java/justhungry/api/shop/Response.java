package justhungry.api.shop;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;

/** The response of the ordering rules to a request. */
public sealed interface Response extends Serializable {
    <R> R accept(Visitor<R> visitor);

    /** This response, when it is a refusal. */
    default Optional<Refused> refusal() {
        return Optional.empty();
    }

    /** The cases of a response; the compiler sees to it that none is missing. */
    interface Visitor<R> {
        R visit(DetailsSaved saved);

        R visit(OrderPlaced placed);

        R visit(OrderCancelled cancelled);

        R visit(Products products);

        R visit(BasketPrice price);

        R visit(Orders orders);

        R visit(CustomerDetails customer);

        R visit(Refused refused);
    }

    @Tag(1)
    record DetailsSaved() implements Response {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    @Tag(2)
    record OrderPlaced(@Tag(1) Order order) implements Response {
        public OrderPlaced {
            Preconditions.present("an order", order);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    @Tag(3)
    record OrderCancelled(@Tag(1) Order order) implements Response {
        public OrderCancelled {
            Preconditions.present("an order", order);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** All products and all deliveries, in the catalogue's order. */
    @Tag(4)
    record Products(@Tag(1) List<Product> products, @Tag(2) List<Delivery> deliveries) implements Response {
        public Products {
            products = Preconditions.list("a product list", Product.class, products, Limits.PRODUCTS);
            deliveries = Preconditions.list("a list of deliveries", Delivery.class, deliveries, Limits.DELIVERIES);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The price of a basket, without delivery and tip. */
    @Tag(5)
    record BasketPrice(@Tag(1) List<OrderLine> lines) implements Response {
        public BasketPrice {
            lines = Preconditions.list("a basket", OrderLine.class, lines, Limits.ITEMS_PER_ORDER);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
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

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The contact details that the user has saved. */
    @Tag(8)
    record CustomerDetails(@Tag(1) ContactDetails details) implements Response {
        public CustomerDetails {
            Preconditions.present("contact details", details);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The refusal of a request: nothing has changed. */
    @Tag(7)
    record Refused(@Tag(1) RefusalReason reason, @Tag(2) String message) implements Response {
        public Refused {
            Preconditions.present("a reason", reason);
            message = Preconditions.text("a refusal's message", message, Limits.TEXT_CHARS);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Optional<Refused> refusal() {
            return Optional.of(this);
        }

        /** Whether it is no longer known if the request was carried out before. */
        public boolean isExpired() {
            return reason == RefusalReason.EXPIRED;
        }
    }
}
