package justhungry.api.shop;

import java.io.Serializable;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;

/** The number of an order: 1, 2, 3, … as they are placed. It is not a secret: only the order's own user can use it. */
public record OrderId(long number) implements Serializable, Comparable<OrderId> {
    private static final int MAX_DIGITS = String.valueOf(Limits.ORDER_NUMBER).length();

    public OrderId {
        Preconditions.range("an order's number", number, 1, Limits.ORDER_NUMBER);
    }

    /**
     * Reads an order number as people type it: {@code 42} or {@code #42}.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static OrderId parse(String text) {
        var digits = text.strip().replaceFirst("^#", "").replaceFirst("^0+(?=[0-9])", "");
        Preconditions.require(digits.matches("[0-9]+"), "not an order number: write it like 42");
        Preconditions.require(
                digits.length() <= MAX_DIGITS,
                "an order's number has %d digits; it must be from 1 to %d",
                digits.length(),
                Limits.ORDER_NUMBER);
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
