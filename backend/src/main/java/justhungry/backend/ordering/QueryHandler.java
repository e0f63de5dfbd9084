package justhungry.backend.ordering;

import java.util.List;
import java.util.Optional;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.command.PricedBasket;
import justhungry.backend.ordering.state.ShopState;
import justhungry.backend.ordering.state.UpdateResult;
import justhungry.backend.ordering.table.StagedTables;
import justhungry.backend.ordering.table.StateTable;
import justhungry.backend.ordering.table.StateTables;
import justhungry.backend.ordering.table.TableKeys;
import org.jspecify.annotations.Nullable;

/**
 * The handler of one user's reads, which answers from the applied state. The cost of a page does not grow with the
 * stored orders.
 */
final class QueryHandler implements Request.ReadVisitor<Response> {
    private static final byte[] NO_BOUND = {};

    private final StateTables tables;
    private final ShopState state;
    private final UserId user;

    QueryHandler(StateTables tables, UserId user) {
        this.tables = tables;
        this.state = new ShopState(new StagedTables(tables));
        this.user = user;
    }

    @Override
    public Response visit(Request.ListProducts list) {
        return new Response.Products(state.products(), state.deliveries());
    }

    @Override
    public Response visit(Request.PriceBasket price) {
        var basket = PricedBasket.lookUp(price.items(), state);
        Optional<UpdateResult.Refusal> refusal = basket.unknownProduct().or(basket::beyondLimit);
        return refusal.isPresent() ? refusal.get().response() : new Response.BasketPrice(basket.lines());
    }

    @Override
    public Response visit(Request.ViewOrders view) {
        return page(StateTable.ORDERS_BY_CUSTOMER, view.before(), view.limit());
    }

    @Override
    public Response visit(Request.ViewActive view) {
        return page(StateTable.ACTIVE_BY_CUSTOMER, view.before(), view.limit());
    }

    @Override
    public Response visit(Request.ViewOrder view) {
        return state.order(view.order())
                .filter(stored -> stored.user().equals(user))
                .<Response>map(stored -> new Response.Orders(List.of(stored.order()), false))
                .orElseGet(() -> UpdateResult.Refusal.unknownOrder(view.order()).response());
    }

    @Override
    public Response visit(Request.ViewDetails view) {
        return state.details(user)
                .<Response>map(Response.CustomerDetails::new)
                .orElseGet(
                        () -> new Response.Refused(RefusalReason.NO_DETAILS, "you have not saved any contact details"));
    }

    private Response page(StateTable index, @Nullable OrderId before, int limit) {
        var bound = before == null ? NO_BOUND : TableKeys.orderOf(user, before);
        var keys = tables.lastKeys(index, TableKeys.user(user), bound, limit + 1);
        var orders = keys.stream()
                .limit(limit)
                .map(key -> state.knownOrder(TableKeys.orderIn(key)).order())
                .toList();
        return new Response.Orders(orders, keys.size() > limit);
    }
}
