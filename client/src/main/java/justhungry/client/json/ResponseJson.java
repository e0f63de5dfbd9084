package justhungry.client.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Function;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderLine;
import justhungry.api.shop.Product;
import justhungry.api.shop.Response;
import justhungry.client.RequestOutcome;

/**
 * The JSON of outcomes, with the names that scripts use: {@code status} is {@code ok}, {@code refused} (with {@code reason},
 * a fixed upper-case word) or {@code unknown}. Amounts are strings like {@code "4.97"}; order ids are numbers.
 */
public final class ResponseJson {
    private ResponseJson() {}

    public static JsonObject of(RequestOutcome outcome) {
        if (outcome instanceof RequestOutcome.Completed answered) {
            return of(answered.response());
        }
        if (outcome instanceof RequestOutcome.Unexecuted refused) {
            return refused(refused.cause().name(), refused.message());
        }
        if (outcome instanceof RequestOutcome.Unreachable unreachable) {
            return refused("NO_FRONT_END", unreachable.message());
        }
        var json = status("unknown");
        json.addProperty("message", ((RequestOutcome.Unknown) outcome).message());
        return json;
    }

    private static JsonObject of(Response response) {
        if (response instanceof Response.Refused refused) {
            return refused(refused.reason().name(), refused.message());
        }
        var json = status("ok");
        if (response instanceof Response.OrderPlaced placed) {
            json.addProperty("order", placed.order().id().number());
            addOrder(json, placed.order());
        } else if (response instanceof Response.OrderCancelled cancelled) {
            json.addProperty("order", cancelled.order().id().number());
            addOrder(json, cancelled.order());
        } else if (response instanceof Response.Products products) {
            json.add("products", array(products.products(), ResponseJson::product));
        } else if (response instanceof Response.BasketPrice price) {
            json.add("lines", array(price.lines(), ResponseJson::line));
            json.addProperty("total", price.total().plain());
        } else if (response instanceof Response.Orders orders) {
            json.add("orders", array(orders.orders(), ResponseJson::order));
            json.addProperty("more", orders.more());
        }
        return json;
    }

    private static JsonObject status(String status) {
        var json = new JsonObject();
        json.addProperty("status", status);
        return json;
    }

    /** A refusal, with a fixed reason in upper case. */
    public static JsonObject refused(String reason, String message) {
        var json = status("refused");
        json.addProperty("reason", reason);
        json.addProperty("message", message);
        return json;
    }

    private static JsonObject product(Product product) {
        var json = new JsonObject();
        json.addProperty("name", product.name());
        json.addProperty("price", product.price().plain());
        json.addProperty("stock", product.stock());
        return json;
    }

    /** An order in a list, with its status and the id that a later request of a script may name. */
    private static JsonObject order(Order order) {
        var json = new JsonObject();
        json.addProperty("id", order.id().number());
        json.addProperty("status", order.status().name());
        addOrder(json, order);
        return json;
    }

    private static void addOrder(JsonObject json, Order order) {
        json.add("lines", array(order.lines(), ResponseJson::line));
        json.addProperty("delivery", order.delivery().name());
        json.addProperty("fee", order.delivery().fee().plain());
        json.addProperty("tip", order.tip().plain());
        json.addProperty("total", order.total().plain());
    }

    private static JsonObject line(OrderLine line) {
        var json = new JsonObject();
        json.addProperty("product", line.product());
        json.addProperty("quantity", line.quantity());
        json.addProperty("price", line.price().plain());
        json.addProperty("cost", line.cost().plain());
        return json;
    }

    private static <T> JsonArray array(List<T> values, Function<T, JsonElement> each) {
        var array = new JsonArray();
        values.stream().map(each).forEach(array::add);
        return array;
    }
}
