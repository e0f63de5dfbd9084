package justhungry.replay.check.history;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Answers in the form of the history, to show people where two of them differ. */
final class AnswerJson implements Answer.Visitor<JsonObject> {
    static final String OK = "ok";
    static final String REFUSED = "refused";
    static final String UNKNOWN = "unknown";

    private AnswerJson() {}

    static JsonObject of(Answer answer) {
        return answer.accept(new AnswerJson());
    }

    @Override
    public JsonObject visit(Answer.Unknown unknown) {
        return status(UNKNOWN);
    }

    @Override
    public JsonObject visit(Answer.Refused refused) {
        var json = status(REFUSED);
        json.addProperty("reason", refused.reason());
        return json;
    }

    @Override
    public JsonObject visit(Answer.Done done) {
        return status(OK);
    }

    @Override
    public JsonObject visit(Answer.OrderDone done) {
        var json = status(OK);
        json.addProperty("order", done.number());
        add(json, done.terms());
        return json;
    }

    @Override
    public JsonObject visit(Answer.BasketPrice price) {
        var json = status(OK);
        json.add("lines", array(price.lines(), AnswerJson::line));
        json.addProperty("total", amount(price.total()));
        return json;
    }

    @Override
    public JsonObject visit(Answer.ProductList list) {
        var json = status(OK);
        json.add("products", array(list.products(), AnswerJson::product));
        json.add("deliveries", array(list.deliveries(), AnswerJson::delivery));
        return json;
    }

    @Override
    public JsonObject visit(Answer.OrderPage page) {
        var json = status(OK);
        json.add("orders", array(page.orders(), AnswerJson::order));
        json.addProperty("more", page.more());
        return json;
    }

    @Override
    public JsonObject visit(Answer.SavedDetails saved) {
        var json = status(OK);
        json.addProperty("firstName", saved.firstName());
        json.addProperty("lastName", saved.lastName());
        json.addProperty("phone", saved.phone());
        json.addProperty("postcode", saved.postcode());
        json.addProperty("address", saved.address());
        return json;
    }

    private static JsonObject status(String status) {
        var json = new JsonObject();
        json.addProperty("status", status);
        return json;
    }

    private static JsonObject product(Answer.AnswerProduct product) {
        var json = new JsonObject();
        json.addProperty("name", product.name());
        json.addProperty("price", amount(product.price()));
        json.addProperty("stock", product.stock());
        return json;
    }

    private static JsonObject delivery(Answer.AnswerDelivery delivery) {
        var json = new JsonObject();
        json.addProperty("code", delivery.code());
        json.addProperty("label", delivery.label());
        json.addProperty("fee", amount(delivery.fee()));
        return json;
    }

    private static JsonObject order(Answer.AnswerOrder order) {
        var json = new JsonObject();
        json.addProperty("id", order.number());
        json.addProperty("status", order.state().name());
        add(json, order.terms());
        return json;
    }

    private static void add(JsonObject json, Answer.OrderTerms terms) {
        json.add("lines", array(terms.lines(), AnswerJson::line));
        json.addProperty("delivery", terms.delivery());
        json.addProperty("fee", amount(terms.fee()));
        json.addProperty("tip", amount(terms.tip()));
        json.addProperty("total", amount(terms.total()));
        terms.placed()
                .ifPresent(time ->
                        json.addProperty("placed", Instant.ofEpochMilli(time).toString()));
    }

    private static JsonObject line(Answer.AnswerLine line) {
        var json = new JsonObject();
        json.addProperty("product", line.product());
        json.addProperty("quantity", line.quantity());
        json.addProperty("price", amount(line.price()));
        json.addProperty("cost", amount(line.cost()));
        return json;
    }

    private static String amount(long pence) {
        long rest = pence % 100;
        return pence / 100 + (rest < 10 ? ".0" : ".") + rest;
    }

    private static <T> JsonArray array(List<T> values, Function<T, JsonElement> each) {
        var array = new JsonArray();
        values.stream().map(each).forEach(array::add);
        return array;
    }
}
