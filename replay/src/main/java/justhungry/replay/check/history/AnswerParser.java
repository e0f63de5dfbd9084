package justhungry.replay.check.history;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parser of a history's answers. Its errors are {@link IllegalArgumentException}s. */
final class AnswerParser {
    private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,8})\\.[0-9]{2}");

    /** The deliveries of a history of an early version, whose product lists show none. */
    private static final List<Answer.AnswerDelivery> DEFAULT_DELIVERIES = List.of(
            new Answer.AnswerDelivery("TWO_HOURS", "within the next 2 hours", 300),
            new Answer.AnswerDelivery("SAME_DAY", "same day", 100),
            new Answer.AnswerDelivery("NEXT_DAY", "next day", 0));

    private AnswerParser() {}

    /** @param decidedAt the time of the decision, as the reply says it */
    static Answer read(JsonFields json, OptionalLong decidedAt) {
        return switch (json.text("status")) {
            case AnswerJson.OK -> accepted(json, decidedAt);
            case AnswerJson.REFUSED -> refused(json);
            case AnswerJson.UNKNOWN -> unknown(json);
            default -> throw json.expected("status", "ok, refused or unknown");
        };
    }

    private static Answer refused(JsonFields json) {
        var reason = json.text("reason"); // that it is missing says more than what is there instead
        json.only("status", "reason", "message");
        return new Answer.Refused(reason);
    }

    private static Answer unknown(JsonFields json) {
        json.only("status", "message");
        return new Answer.Unknown();
    }

    private static Answer accepted(JsonFields json, OptionalLong decidedAt) {
        if (json.has("products")) {
            json.only("status", "products", "deliveries", "message");
            return new Answer.ProductList(list(json, "products", AnswerParser::product), deliveries(json, decidedAt));
        }
        if (json.has("orders")) {
            json.only("status", "orders", "more", "message");
            return new Answer.OrderPage(list(json, "orders", AnswerParser::listed), json.truth("more"));
        }
        if (json.has("order")) {
            json.only("status", "order", "lines", "delivery", "fee", "tip", "total", "placed", "message");
            return new Answer.OrderDone(json.number("order"), terms(json), decidedAt);
        }
        if (json.has("lines")) {
            json.only("status", "lines", "total", "message");
            return new Answer.BasketPrice(list(json, "lines", AnswerParser::line), amount(json, "total"));
        }
        if (json.has("firstName")) {
            json.only("status", "firstName", "lastName", "phone", "postcode", "address", "message");
            return details(json);
        }
        json.only("status", "message");
        return new Answer.Done();
    }

    private static Answer.SavedDetails details(JsonFields json) {
        return new Answer.SavedDetails(
                json.text("firstName"),
                json.text("lastName"),
                json.text("phone"),
                json.text("postcode"),
                json.text("address"));
    }

    private static Answer.AnswerProduct product(JsonFields json) {
        json.only("name", "price", "stock");
        return new Answer.AnswerProduct(json.text("name"), amount(json, "price"), json.number("stock"));
    }

    /** The key came with the times: only without a time may it be missing. */
    private static List<Answer.AnswerDelivery> deliveries(JsonFields json, OptionalLong decidedAt) {
        return json.has("deliveries") || decidedAt.isPresent()
                ? list(json, "deliveries", AnswerParser::delivery)
                : DEFAULT_DELIVERIES;
    }

    private static Answer.AnswerDelivery delivery(JsonFields json) {
        json.only("code", "label", "fee");
        return new Answer.AnswerDelivery(json.text("code"), json.text("label"), amount(json, "fee"));
    }

    private static Answer.AnswerOrder listed(JsonFields json) {
        json.only("id", "status", "lines", "delivery", "fee", "tip", "total", "placed");
        return new Answer.AnswerOrder(json.number("id"), state(json), terms(json));
    }

    private static Answer.OrderState state(JsonFields json) {
        var name = json.text("status");
        return Stream.of(Answer.OrderState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> json.expected("status", "ACTIVE or CANCELLED"));
    }

    private static Answer.OrderTerms terms(JsonFields json) {
        return new Answer.OrderTerms(
                list(json, "lines", AnswerParser::line),
                json.text("delivery"),
                amount(json, "fee"),
                amount(json, "tip"),
                amount(json, "total"),
                json.time("placed"));
    }

    private static Answer.AnswerLine line(JsonFields json) {
        json.only("product", "quantity", "price", "cost");
        return new Answer.AnswerLine(
                json.text("product"), json.number("quantity"), amount(json, "price"), amount(json, "cost"));
    }

    /** In pence. */
    private static long amount(JsonFields json, String name) {
        var text = json.text(name);
        if (!AMOUNT.matcher(text).matches()) {
            throw json.expected(name, "an amount like 1.99, not '%s'".formatted(text));
        }
        return Long.parseLong(text.replace(".", ""));
    }

    private static <T> List<T> list(JsonFields json, String name, Function<JsonFields, T> element) {
        var list = new ArrayList<T>();
        for (JsonElement one : json.array(name)) {
            list.add(element.apply(json.element(name, list.size(), one)));
        }
        return list;
    }
}
