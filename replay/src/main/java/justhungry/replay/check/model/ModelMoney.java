package justhungry.replay.check.model;

import java.util.Map;
import justhungry.api.shop.DeliveryOption;

/** The checker's own arithmetic of money: amounts in whole pence, and its own list of fees. */
final class ModelMoney {
    /** The highest cost of an order or a basket. */
    static final long MAX_COST = 1_000_000_000;

    private static final Map<DeliveryOption, Long> FEES =
            Map.of(DeliveryOption.TWO_HOURS, 300L, DeliveryOption.SAME_DAY, 100L, DeliveryOption.NEXT_DAY, 0L);

    private ModelMoney() {}

    static long fee(DeliveryOption delivery) {
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
