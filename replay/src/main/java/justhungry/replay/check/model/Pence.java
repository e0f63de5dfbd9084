package justhungry.replay.check.model;

import java.util.Map;
import justhungry.api.shop.Delivery;

/** The checker's own arithmetic of money: amounts in whole pence, and its own list of fees. */
final class Pence {
    /** The highest cost of an order or a basket. */
    static final long MOST = 1_000_000_000;

    private static final Map<Delivery, Long> FEES =
            Map.of(Delivery.TWO_HOURS, 300L, Delivery.SAME_DAY, 100L, Delivery.NEXT_DAY, 0L);

    private Pence() {}

    static long fee(Delivery delivery) {
        return FEES.getOrDefault(delivery, 0L);
    }

    /** The amount as in responses: {@code 1.99}. */
    static String plain(long pence) {
        long rest = pence % 100;
        return pence / 100 + (rest < 10 ? ".0" : ".") + rest;
    }

    static long parse(String plain) {
        if (!plain.matches("[0-9]{1,9}\\.[0-9]{2}")) {
            throw new IllegalArgumentException("not an amount: '%s'; expected one like 1.99".formatted(plain));
        }
        return Long.parseLong(plain.replace(".", ""));
    }
}
