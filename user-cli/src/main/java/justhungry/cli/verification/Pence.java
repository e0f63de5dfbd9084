package justhungry.cli.verification;

import java.util.Map;
import justhungry.api.Delivery;

/** Amounts of money as the checker reckons them: whole pence, its own sums, and its own list of fees. */
final class Pence {
    /** The most that an order, or a basket, may cost. */
    static final long MOST = 1_000_000_000;

    private static final Map<Delivery, Long> FEES =
            Map.of(Delivery.TWO_HOURS, 300L, Delivery.SAME_DAY, 100L, Delivery.NEXT_DAY, 0L);

    private Pence() {}

    static long fee(Delivery delivery) {
        return FEES.getOrDefault(delivery, 0L);
    }

    /** As responses write it: {@code 1.99}. */
    static String plain(long pence) {
        long rest = pence % 100;
        return pence / 100 + (rest < 10 ? ".0" : ".") + rest;
    }

    static long parse(String plain) {
        if (!plain.matches("[0-9]{1,9}\\.[0-9]{2}")) {
            throw new IllegalArgumentException("'%s' is no amount: expected one like 1.99".formatted(plain));
        }
        return Long.parseLong(plain.replace(".", ""));
    }
}
