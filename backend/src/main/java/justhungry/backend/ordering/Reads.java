package justhungry.backend.ordering;

import java.util.List;
import java.util.Optional;
import justhungry.api.shop.Item;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.command.Basket;
import justhungry.backend.ordering.state.OrderingState;
import justhungry.backend.ordering.state.Outcome;
import justhungry.backend.ordering.table.Keys;
import justhungry.backend.ordering.table.StagedTables;
import justhungry.backend.ordering.table.Table;
import justhungry.backend.ordering.table.Tables;
import org.jspecify.annotations.Nullable;

/**
 * The handler of reads, which answers from the applied state. The cost of a page does not grow with the stored orders.
 */
final class Reads {
    private static final byte[] NO_BOUND = {};

    private final Tables tables;
    private final OrderingState state;

    Reads(Tables tables) {
        this.tables = tables;
        this.state = new OrderingState(new StagedTables(tables));
    }

    Response answer(UserId user, Request.Read read) {
        if (read instanceof Request.PriceBasket price) {
            return priceOf(price.items());
        }
        if (read instanceof Request.ViewOrders view) {
            return page(Table.ORDERS_BY_CUSTOMER, user, view.before(), view.limit());
        }
        if (read instanceof Request.ViewActive view) {
            return page(Table.ACTIVE_BY_CUSTOMER, user, view.before(), view.limit());
        }
        return new Response.Products(state.products());
    }

    private Response priceOf(List<Item> items) {
        var basket = Basket.look(items, state);
        Optional<Outcome.Refused> refusal = basket.unknownProduct().or(basket::beyondLimit);
        return refusal.isPresent() ? refusal.get().response() : new Response.BasketPrice(basket.lines());
    }

    private Response page(Table index, UserId user, @Nullable OrderId before, int limit) {
        var bound = before == null ? NO_BOUND : Keys.orderOf(user, before);
        var keys = tables.lastKeys(index, Keys.user(user), bound, limit + 1);
        var orders = keys.stream()
                .limit(limit)
                .map(key -> state.knownOrder(Keys.orderIn(key)).order())
                .toList();
        return new Response.Orders(orders, keys.size() > limit);
    }
}
