package justhungry.api.shop;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;

/**
 * An order that was placed. Its total follows from its parts.
 *
 * @param delivery as it was when the order was placed
 * @param placedAt in whole milliseconds
 */
public record Order(
        @Tag(1) OrderId id,
        @Tag(2) List<OrderLine> lines,
        @Tag(3) Delivery delivery,
        @Tag(4) Money tip,
        @Tag(5) Status status,
        @Tag(6) Instant placedAt)
        implements Serializable {
    /** The status of an order; it changes from {@code ACTIVE} to {@code CANCELLED} at most once, and never back. */
    public enum Status {
        @Tag(1)
        ACTIVE,
        @Tag(2)
        CANCELLED
    }

    public Order {
        Preconditions.present("a part of an order", id, delivery, tip, status, placedAt);
        lines = Preconditions.list("an order", OrderLine.class, lines, Limits.ITEMS_PER_ORDER);
        Preconditions.require(!lines.isEmpty(), "an order must have at least one line");
    }

    /** The cost of the products, without delivery and tip. */
    public Money itemsTotal() {
        return OrderLine.total(lines);
    }

    /** The amount that the customer pays: products, delivery fee and tip. */
    public Money total() {
        return itemsTotal().plus(delivery.fee()).plus(tip);
    }

    public Order withStatus(Status other) {
        return new Order(id, lines, delivery, tip, other, placedAt);
    }
}
