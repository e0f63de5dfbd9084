package justhungry.client.json;

import com.google.gson.JsonObject;
import java.util.List;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import org.jspecify.annotations.Nullable;

/** The arguments of requests as JSON, by their names in scripts; amounts are strings like {@code "1.50"}. */
public final class RequestJson {
    private RequestJson() {}

    public static JsonObject args(Request request) {
        if (request instanceof Request.SaveDetails save) {
            return details(save.details());
        }
        if (request instanceof Request.PlaceOrder order) {
            var json = basket(order.items());
            json.addProperty("delivery", order.delivery().name());
            json.addProperty("tip", order.tip().plain());
            return json;
        }
        if (request instanceof Request.PriceBasket price) {
            return basket(price.items());
        }
        if (request instanceof Request.ViewOrders view) {
            return page(view.limit(), view.before());
        }
        if (request instanceof Request.ViewActive view) {
            return page(view.limit(), view.before());
        }
        var json = new JsonObject();
        if (request instanceof Request.CancelOrder cancel) {
            json.addProperty("order", cancel.order().number());
        }
        return json;
    }

    private static JsonObject details(ContactDetails details) {
        var json = new JsonObject();
        json.addProperty("firstName", details.firstName());
        json.addProperty("lastName", details.lastName());
        json.addProperty("phone", details.phone());
        json.addProperty("postcode", details.postcode());
        json.addProperty("address", details.address());
        return json;
    }

    private static JsonObject basket(List<BasketItem> items) {
        var quantities = new JsonObject();
        items.forEach(item -> quantities.addProperty(item.product(), item.quantity()));
        var json = new JsonObject();
        json.add("items", quantities);
        return json;
    }

    private static JsonObject page(int limit, @Nullable OrderId before) {
        var json = new JsonObject();
        json.addProperty("limit", limit);
        if (before != null) {
            json.addProperty("before", before.number());
        }
        return json;
    }
}
