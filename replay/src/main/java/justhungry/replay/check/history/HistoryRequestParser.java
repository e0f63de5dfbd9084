package justhungry.replay.check.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import justhungry.api.codec.Limits;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.DeliveryOption;
import justhungry.api.shop.Money;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import justhungry.platform.text.NearestWord;
import org.jspecify.annotations.Nullable;

/**
 * The parser of a history's requests, from an operation and its arguments. Its errors are {@link
 * IllegalArgumentException}s.
 */
final class HistoryRequestParser {
    private static final List<String> OPERATIONS = List.of(
            "USER_DETAILS", "PRODUCT_LIST", "ORDER_COST", "PLACE_ORDER", "CANCEL", "VIEW_ORDERS", "VIEW_ACTIVE");

    private static final int DEFAULT_PAGE_SIZE = 20;

    private HistoryRequestParser() {}

    static Request read(String operation, JsonFields args) {
        return switch (operation) {
            case "USER_DETAILS" -> new Request.SaveDetails(details(args));
            case "PRODUCT_LIST" -> productList(args);
            case "ORDER_COST" -> new Request.PriceBasket(items(args.only("items")));
            case "PLACE_ORDER" -> order(args.only("items", "delivery", "tip"));
            case "CANCEL" ->
                new Request.CancelOrder(new OrderId(args.only("order").number("order")));
            case "VIEW_ORDERS" -> new Request.ViewOrders(before(args.only("limit", "before")), limit(args));
            case "VIEW_ACTIVE" -> new Request.ViewActive(before(args.only("limit", "before")), limit(args));
            default ->
                throw new IllegalArgumentException("/op: there is no request %s; expected one of: %s%s"
                        .formatted(operation, String.join(", ", OPERATIONS), didYouMean(operation)));
        };
    }

    private static String didYouMean(String operation) {
        var names =
                OPERATIONS.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return NearestWord.to(operation, names)
                .map(name -> " (did you mean %s?)".formatted(name.toUpperCase(Locale.ROOT)))
                .orElse("");
    }

    private static ContactDetails details(JsonFields args) {
        args.only("firstName", "lastName", "phone", "postcode", "address");
        return new ContactDetails(
                args.text("firstName"),
                args.text("lastName"),
                args.text("phone"),
                args.text("postcode"),
                args.text("address"));
    }

    private static Request productList(JsonFields args) {
        args.only();
        return new Request.ListProducts();
    }

    private static Request order(JsonFields args) {
        var tip = args.has("tip") ? Money.parse(args.text("tip")) : Money.ZERO;
        return new Request.PlaceOrder(items(args), delivery(args.text("delivery")), tip);
    }

    private static DeliveryOption delivery(String name) {
        return Stream.of(DeliveryOption.values())
                .filter(delivery -> delivery.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "/args/delivery: expected TWO_HOURS, SAME_DAY or NEXT_DAY, not %s".formatted(name)));
    }

    private static List<BasketItem> items(JsonFields args) {
        var items = args.object("items");
        var list = new ArrayList<BasketItem>();
        for (var product : items.json().keySet()) {
            list.add(new BasketItem(product, (int) quantity(items, product)));
        }
        return list;
    }

    private static long quantity(JsonFields items, String product) {
        long quantity = items.numberFrom(1, product);
        if (quantity > Limits.QUANTITY) {
            throw items.expected(product, "at most %d, not %d".formatted(Limits.QUANTITY, quantity));
        }
        return quantity;
    }

    private static @Nullable OrderId before(JsonFields args) {
        return args.has("before") ? new OrderId(args.number("before")) : null;
    }

    private static int limit(JsonFields args) {
        return args.has("limit") ? (int) Math.min(args.numberFrom(1, "limit"), Integer.MAX_VALUE) : DEFAULT_PAGE_SIZE;
    }
}
