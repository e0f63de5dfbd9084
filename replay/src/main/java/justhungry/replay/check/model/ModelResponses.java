package justhungry.replay.check.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import justhungry.replay.check.history.HistoryOperation;

/** The responses of the reference model, in the form of the history. */
final class ModelResponses {
    private final ModelCatalogue catalogue;

    ModelResponses(ModelCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    static JsonObject ok() {
        var json = new JsonObject();
        json.addProperty("status", HistoryOperation.OK);
        return json;
    }

    static JsonObject refused(String reason) {
        var json = new JsonObject();
        json.addProperty("status", HistoryOperation.REFUSED);
        json.addProperty("reason", reason);
        return json;
    }

    /** The response to an order that was placed or cancelled. */
    JsonObject order(ModelOrder order) {
        var json = ok();
        json.addProperty("order", order.number());
        addParts(json, order);
        return json;
    }

    JsonObject basket(BasketLines lines) {
        var json = ok();
        json.add("lines", lines(lines));
        json.addProperty("total", ModelMoney.plain(lines.cost(catalogue)));
        return json;
    }

    JsonObject page(List<ModelOrder> orders, int limit, World world) {
        var array = new JsonArray();
        orders.stream().limit(limit).forEach(order -> array.add(listed(order, world)));
        var json = ok();
        json.add("orders", array);
        json.addProperty("more", orders.size() > limit);
        return json;
    }

    JsonObject product(int place, long stock) {
        var json = new JsonObject();
        json.addProperty("name", catalogue.name(place));
        json.addProperty("price", ModelMoney.plain(catalogue.price(place)));
        json.addProperty("stock", stock);
        return json;
    }

    private JsonObject listed(ModelOrder order, World world) {
        var json = new JsonObject();
        json.addProperty("id", order.number());
        json.addProperty("status", world.isCancelled(order) ? "CANCELLED" : "ACTIVE");
        addParts(json, order);
        return json;
    }

    private void addParts(JsonObject json, ModelOrder order) {
        long fee = ModelMoney.fee(order.delivery());
        json.add("lines", lines(order.lines()));
        json.addProperty("delivery", order.delivery().name());
        json.addProperty("fee", ModelMoney.plain(fee));
        json.addProperty("tip", ModelMoney.plain(order.tip()));
        json.addProperty("total", ModelMoney.plain(order.lines().cost(catalogue) + fee + order.tip()));
    }

    private JsonArray lines(BasketLines lines) {
        var array = new JsonArray();
        for (int i = 0; i < lines.size(); i++) {
            long price = catalogue.price(lines.position(i));
            var json = new JsonObject();
            json.addProperty("product", catalogue.name(lines.position(i)));
            json.addProperty("quantity", lines.quantity(i));
            json.addProperty("price", ModelMoney.plain(price));
            json.addProperty("cost", ModelMoney.plain(price * lines.quantity(i)));
            array.add(json);
        }
        return array;
    }
}
