package justhungry.replay.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A single server for tests that answers one request after the other, written as simply as possible. */
final class SimpleShop {
    private final Map<String, BigDecimal> prices = new LinkedHashMap<>();
    private final Map<String, Integer> stock = new LinkedHashMap<>();
    private final Map<String, BigDecimal> fees = new LinkedHashMap<>();
    private final TreeMap<Long, JsonObject> orders = new TreeMap<>();
    private final Map<Long, String> owners = new LinkedHashMap<>();
    private final Map<String, JsonObject> details = new HashMap<>();
    private long lastOrder;

    SimpleShop(long lastOrder) {
        this.lastOrder = lastOrder;
        delivering("TWO_HOURS", "3.00").delivering("SAME_DAY", "1.00").delivering("NEXT_DAY", "0.00");
    }

    SimpleShop selling(String product, String price, int pieces) {
        prices.put(product, new BigDecimal(price));
        stock.put(product, pieces);
        return this;
    }

    SimpleShop delivering(String code, String fee) {
        fees.put(code, new BigDecimal(fee));
        return this;
    }

    /** @param time of the decision */
    JsonObject answer(String user, String op, JsonObject args, String time) {
        return switch (op) {
            case "USER_DETAILS" -> save(user, args);
            case "PLACE_ORDER" -> place(user, args, time);
            case "CANCEL" -> cancel(user, args.get("order").getAsLong());
            case "PRODUCT_LIST" -> products();
            case "ORDER_COST" -> cost(args.getAsJsonObject("items"));
            case "VIEW_ORDERS" -> page(user, args, false);
            case "VIEW_ORDER" -> one(user, args.get("order").getAsLong());
            case "VIEW_ACTIVE" -> page(user, args, true);
            case "VIEW_DETAILS" -> details(user);
            default -> throw new IllegalArgumentException("the tests' shop cannot answer " + op);
        };
    }

    long lastOrder() {
        return lastOrder;
    }

    private int stockOf(String product) {
        return Objects.requireNonNull(stock.get(product));
    }

    private JsonObject save(String user, JsonObject args) {
        details.put(user, args.deepCopy());
        return status("ok");
    }

    private JsonObject details(String user) {
        var saved = details.get(user);
        if (saved == null) {
            return refused("NO_DETAILS");
        }
        var json = status("ok");
        saved.entrySet().forEach(field -> json.add(field.getKey(), field.getValue()));
        return json;
    }

    private JsonObject place(String user, JsonObject args, String time) {
        var items = args.getAsJsonObject("items");
        if (!details.containsKey(user)) {
            return refused("NO_DETAILS");
        }
        if (!prices.keySet().containsAll(items.keySet())) {
            return refused("UNKNOWN_PRODUCT");
        }
        if (!fees.containsKey(args.get("delivery").getAsString())) {
            return refused("UNKNOWN_DELIVERY");
        }
        if (items.keySet().stream().anyMatch(product -> items.get(product).getAsInt() > stockOf(product))) {
            return refused("OUT_OF_STOCK");
        }
        move(items, -1);
        lastOrder++;
        var order = new JsonObject();
        order.addProperty("id", lastOrder);
        order.addProperty("status", "ACTIVE");
        addSum(order, args);
        order.addProperty("placed", time);
        orders.put(lastOrder, order);
        owners.put(lastOrder, user);
        return answer(order);
    }

    private JsonObject cancel(String user, long number) {
        var order = orders.get(number);
        if (order == null || !user.equals(owners.get(number))) {
            return refused("UNKNOWN_ORDER");
        }
        if (order.get("status").getAsString().equals("CANCELLED")) {
            return refused("NOT_ACTIVE");
        }
        var items = new JsonObject();
        order.getAsJsonArray("lines")
                .forEach(line -> items.add(
                        line.getAsJsonObject().get("product").getAsString(),
                        line.getAsJsonObject().get("quantity")));
        move(items, 1);
        order.addProperty("status", "CANCELLED");
        return answer(order);
    }

    private JsonObject products() {
        var products = new JsonArray();
        prices.forEach((name, price) -> {
            var product = new JsonObject();
            product.addProperty("name", name);
            product.addProperty("price", price.toPlainString());
            product.addProperty("stock", stockOf(name));
            products.add(product);
        });
        var json = status("ok");
        json.add("products", products);
        var deliveries = new JsonArray();
        fees.forEach((code, fee) -> {
            var delivery = new JsonObject();
            delivery.addProperty("code", code);
            delivery.addProperty("label", "by " + code);
            delivery.addProperty("fee", fee.toPlainString());
            deliveries.add(delivery);
        });
        json.add("deliveries", deliveries);
        return json;
    }

    private JsonObject cost(JsonObject items) {
        if (!prices.keySet().containsAll(items.keySet())) {
            return refused("UNKNOWN_PRODUCT");
        }
        var json = status("ok");
        json.addProperty("total", addLines(json, items).toPlainString());
        return json;
    }

    private JsonObject page(String user, JsonObject args, boolean activeOnly) {
        long before = args.has("before") ? args.get("before").getAsLong() : Long.MAX_VALUE;
        int limit = args.has("limit") ? args.get("limit").getAsInt() : 20;
        var own = orders.headMap(before, false).descendingMap().entrySet().stream()
                .filter(order -> user.equals(owners.get(order.getKey())))
                .map(Map.Entry::getValue)
                .filter(order ->
                        !activeOnly || order.get("status").getAsString().equals("ACTIVE"))
                .toList();
        var page = new JsonArray();
        own.stream().limit(limit).forEach(order -> page.add(order.deepCopy()));
        var json = status("ok");
        json.add("orders", page);
        json.addProperty("more", own.size() > limit);
        return json;
    }

    private JsonObject one(String user, long number) {
        if (!user.equals(owners.get(number))) {
            return refused("UNKNOWN_ORDER");
        }
        var page = new JsonArray();
        page.add(Objects.requireNonNull(orders.get(number)).deepCopy());
        var json = status("ok");
        json.add("orders", page);
        json.addProperty("more", false);
        return json;
    }

    private void addSum(JsonObject order, JsonObject args) {
        var delivery = args.get("delivery").getAsString();
        var fee = Objects.requireNonNull(fees.get(delivery));
        var tip = new BigDecimal(args.has("tip") ? args.get("tip").getAsString() : "0.00");
        var items = addLines(order, args.getAsJsonObject("items"));
        order.addProperty("delivery", delivery);
        order.addProperty("fee", fee.toPlainString());
        order.addProperty("tip", tip.toPlainString());
        order.addProperty("total", items.add(fee).add(tip).toPlainString());
    }

    private BigDecimal addLines(JsonObject json, JsonObject items) {
        var total = new BigDecimal("0.00");
        var lines = new JsonArray();
        for (var product : items.keySet()) {
            int quantity = items.get(product).getAsInt();
            var price = Objects.requireNonNull(prices.get(product));
            var cost = price.multiply(BigDecimal.valueOf(quantity));
            var line = new JsonObject();
            line.addProperty("product", product);
            line.addProperty("quantity", quantity);
            line.addProperty("price", price.toPlainString());
            line.addProperty("cost", cost.toPlainString());
            lines.add(line);
            total = total.add(cost);
        }
        json.add("lines", lines);
        return total;
    }

    private void move(JsonObject items, int times) {
        items.keySet()
                .forEach(product ->
                        stock.merge(product, times * items.get(product).getAsInt(), Integer::sum));
    }

    private static JsonObject answer(JsonObject order) {
        var json = status("ok");
        json.add("order", order.get("id"));
        order.keySet().stream()
                .filter(key -> !key.equals("id") && !key.equals("status"))
                .forEach(key -> json.add(key, order.get(key)));
        return json.deepCopy();
    }

    private static JsonObject refused(String reason) {
        var json = status("refused");
        json.addProperty("reason", reason);
        json.addProperty("message", "for people");
        return json;
    }

    private static JsonObject status(String status) {
        var json = new JsonObject();
        json.addProperty("status", status);
        return json;
    }
}
