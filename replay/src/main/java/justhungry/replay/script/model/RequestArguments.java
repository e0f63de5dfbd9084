package justhungry.replay.script.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.DeliveryOption;
import justhungry.api.shop.Money;
import justhungry.api.shop.OrderId;

/**
 * The arguments of a request, all variables replaced. A value that does not fit is an {@link IllegalArgumentException}.
 */
record RequestArguments(JsonObject json) {
    private static final int DEFAULT_LIMIT = 20;

    String text(String key) {
        return text(key, json.get(key));
    }

    List<BasketItem> items() {
        return json.getAsJsonObject("items").entrySet().stream()
                .map(item ->
                        new BasketItem(item.getKey(), intValue("the quantity of " + item.getKey(), item.getValue())))
                .toList();
    }

    DeliveryOption delivery() {
        var word = text("delivery");
        return Stream.of(DeliveryOption.values())
                .filter(delivery -> delivery.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no delivery '%s'".formatted(word)));
    }

    Money tip() {
        return json.has("tip") ? Money.parse(text("tip")) : Money.ZERO;
    }

    OrderId order() {
        return new OrderId(longValue("order", json.get("order")));
    }

    Optional<OrderId> before() {
        return Optional.ofNullable(json.get("before")).map(before -> new OrderId(longValue("before", before)));
    }

    int limit() {
        return json.has("limit") ? intValue("limit", json.get("limit")) : DEFAULT_LIMIT;
    }

    private static String text(String key, JsonElement value) {
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw new IllegalArgumentException("%s must be a string, but is %s".formatted(key, value));
    }

    private static int intValue(String key, JsonElement value) {
        long number = longValue(key, value);
        if (number != (int) number) {
            throw new IllegalArgumentException("%s is out of range: %d".formatted(key, number));
        }
        return (int) number;
    }

    private static long longValue(String key, JsonElement value) {
        if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
            try {
                return primitive.getAsBigDecimal().longValueExact();
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException("%s must be a whole number, but is %s".formatted(key, value), e);
            }
        }
        throw new IllegalArgumentException("%s must be a whole number, but is %s".formatted(key, value));
    }
}
