package justhungry.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.Product;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.client.RequestOutcome;
import justhungry.client.Session;
import justhungry.platform.text.NearestWord;

/** A suggestion of the products that may have been meant, after a refusal because there is none of that name. */
final class ProductSuggestion {
    private ProductSuggestion() {}

    /** Requests the products, if they can help. */
    static Optional<String> after(RequestOutcome outcome, Request request, Session session) {
        var reason = outcome.refusal().map(Response.Refused::reason);
        if (reason.filter(RefusalReason.UNKNOWN_PRODUCT::equals).isEmpty()) {
            return Optional.empty();
        }
        var names = names(session);
        var keys = names.stream().map(Product::key).collect(Collectors.toSet());
        return request.items().stream()
                .map(BasketItem::product)
                .filter(product -> !keys.contains(Product.key(product)))
                .map(product -> NearestWord.didYouMean(product, names).strip())
                .filter(suggestion -> !suggestion.isEmpty())
                .findFirst();
    }

    private static List<String> names(Session session) {
        return session.send(new Request.ListProducts()) instanceof RequestOutcome.Completed answered
                        && answered.response() instanceof Response.Products products
                ? products.products().stream().map(Product::name).toList()
                : List.of();
    }
}
