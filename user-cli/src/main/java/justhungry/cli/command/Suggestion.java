package justhungry.cli.command;

import java.util.List;
import java.util.Optional;
import justhungry.api.shop.Item;
import justhungry.api.shop.Product;
import justhungry.api.shop.Reason;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.client.Outcome;
import justhungry.client.Session;
import justhungry.platform.text.Nearest;

/** A product that may have been meant, after a refusal because there is none of that name. */
final class Suggestion {
    private Suggestion() {}

    /** Requests the products, if they can help. */
    static Optional<String> after(Outcome outcome, Request request, Session session) {
        if (!(outcome instanceof Outcome.Answered answered
                && answered.response() instanceof Response.Refused refused
                && refused.reason() == Reason.UNKNOWN_PRODUCT)) {
            return Optional.empty();
        }
        var names = names(session);
        return items(request).stream()
                .map(Item::product)
                .filter(product -> !names.contains(product))
                .map(product -> Nearest.didYouMean(product, names).strip())
                .filter(suggestion -> !suggestion.isEmpty())
                .findFirst();
    }

    private static List<String> names(Session session) {
        return session.ask(new Request.ListProducts()) instanceof Outcome.Answered answered
                        && answered.response() instanceof Response.Products products
                ? products.products().stream().map(Product::name).toList()
                : List.of();
    }

    private static List<Item> items(Request request) {
        if (request instanceof Request.PlaceOrder order) {
            return order.items();
        }
        return request instanceof Request.PriceBasket basket ? basket.items() : List.of();
    }
}
