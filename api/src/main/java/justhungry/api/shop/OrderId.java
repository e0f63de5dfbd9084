package justhungry.api.shop;

import java.io.Serializable;
import justhungry.api.codec.Preconditions;

/** The number of an order: 1, 2, 3, … as they are placed. It is not a secret: only the order's own user can use it. */
public record OrderId(long number) implements Serializable, Comparable<OrderId> {
    public OrderId {
        Preconditions.range("an order's number", number, 1, Long.MAX_VALUE);
    }

    /**
     * Reads an order number as people type it: {@code 42} or {@code #42}.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static OrderId parse(String text) {
        var digits = text.strip().replaceFirst("^#", "");
        Preconditions.require(digits.matches("[0-9]{1,18}"), "not an order number: write it like 42");
        return new OrderId(Long.parseLong(digits));
    }

    @Override
    public int compareTo(OrderId other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
