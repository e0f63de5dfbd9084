package justhungry.client.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.Money;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.OrderLine;
import justhungry.api.shop.Response;

/**
 * The JSON forms of all types of requests and responses. A record is an object of its components, in their order, those
 * that may be absent last; a record within it stands for its own components. Amounts are strings like {@code "1.50"},
 * orders are their numbers, a basket is an object of quantities, a time is in UTC: {@code "2026-11-29T09:15:00.123Z"}.
 */
final class JsonForms {
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private static final Map<Type, JsonForm> KNOWN = new ConcurrentHashMap<>(Map.of(
            boolean.class,
            (JsonForm) value -> new JsonPrimitive((Boolean) value),
            int.class,
            ArgumentForm.NUMBER,
            String.class,
            ArgumentForm.TEXT,
            Money.class,
            ArgumentForm.AMOUNT,
            OrderId.class,
            ArgumentForm.ORDER,
            Instant.class,
            value -> new JsonPrimitive(TIME.format((Instant) value)),
            Order.class,
            new OrderForm()));

    private JsonForms() {}

    static JsonForm of(Type type) {
        var known = KNOWN.get(type);
        if (known == null) { // Not computeIfAbsent: a record's form asks for those of its components.
            known = made(type);
            KNOWN.put(type, known);
        }
        return known;
    }

    /** The form of a record. */
    static RecordForm ofRecord(Class<?> type) {
        return (RecordForm) of(type);
    }

    private static JsonForm made(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            var element = list.getActualTypeArguments()[0];
            return element == BasketItem.class ? ArgumentForm.BASKET : new ListForm(of(element));
        }
        var kind = (Class<?>) type;
        if (kind.isEnum()) {
            return value -> new JsonPrimitive(((Enum<?>) value).name());
        }
        if (kind == OrderLine.class) {
            return new RecordForm(
                    kind,
                    (line, json) ->
                            json.addProperty("cost", ((OrderLine) line).cost().plain()));
        }
        if (kind == Response.BasketPrice.class) {
            return new RecordForm(
                    kind,
                    (price, json) -> json.addProperty(
                            "total", ((Response.BasketPrice) price).total().plain()));
        }
        if (kind.isRecord()) {
            return new RecordForm(kind, (value, json) -> {});
        }
        throw new IllegalStateException("a request or response cannot contain a " + kind);
    }

    /** The form of a list: an array. */
    private record ListForm(JsonForm element) implements JsonForm {
        @Override
        public JsonElement write(Object value) {
            var array = new JsonArray();
            ((List<?>) value).forEach(each -> array.add(element.write(each)));
            return array;
        }
    }

    /** The form of an order: its id and status, when it stands in a list, and its parts with what follows from them. */
    private static final class OrderForm implements JsonForm {
        @Override
        public JsonElement write(Object value) {
            var order = (Order) value;
            var json = new JsonObject();
            json.addProperty("id", order.id().number());
            json.addProperty("status", order.status().name());
            addParts(json, order);
            return json;
        }

        /** As a component it stands for its parts. Its status follows from the request. */
        @Override
        public void addTo(JsonObject members, String name, Object value) {
            var order = (Order) value;
            members.addProperty(name, order.id().number());
            addParts(members, order);
        }

        private static void addParts(JsonObject json, Order order) {
            json.add("lines", new ListForm(of(OrderLine.class)).write(order.lines()));
            json.addProperty("delivery", order.delivery().code());
            json.addProperty("fee", order.delivery().fee().plain());
            json.addProperty("tip", order.tip().plain());
            json.addProperty("total", order.total().plain());
            json.add("placed", of(Instant.class).write(order.placedAt()));
        }
    }
}
