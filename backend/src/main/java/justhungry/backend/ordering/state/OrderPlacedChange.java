package justhungry.backend.ordering.state;

import java.util.ArrayList;
import java.util.List;
import justhungry.api.codec.Tag;
import justhungry.api.shop.Money;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.OrderLine;
import justhungry.api.shop.UserId;

/**
 * A new order, and the stock that it takes. Products are named by their place in the catalogue, which keeps an entry of
 * many large orders within {@link justhungry.api.codec.Limits#ENTRY_BYTES} however long the names are; the details are in the
 * state. It was placed when its entry was decided.
 *
 * @param delivery the place of the delivery in the catalogue
 */
@Tag(6)
public record OrderPlacedChange(
        @Tag(1) OrderId id,
        @Tag(2) UserId user,
        @Tag(3) List<OrderedProduct> products,
        @Tag(4) int delivery,
        @Tag(5) Money tip)
        implements Change {
    /** A line of the order: a quantity of the product at a place in the catalogue, at its price when it was ordered. */
    public record OrderedProduct(
            @Tag(1) int place, @Tag(2) int quantity, @Tag(3) Money price) {
        private OrderLine takeFrom(ShopState state) {
            var stock = state.stockEntry(place);
            state.put(stock.without(quantity));
            return new OrderLine(stock.product().name(), quantity, price);
        }
    }

    @Override
    public void applyTo(ShopState state) {
        var details = state.details(user)
                .orElseThrow(
                        () -> new IllegalStateException("order %s belongs to a user without details".formatted(id)));
        var lines = new ArrayList<OrderLine>(products.size());
        for (var product : products) {
            lines.add(product.takeFrom(state));
        }
        var order = new Order(id, lines, state.delivery(delivery), tip, Order.Status.ACTIVE, state.decidedAt());
        state.add(new StoredOrder(user, details, order));
    }

    @Override
    public DumpRow toDumpRow() {
        return new DumpRow.OrderChange("order placed", id.number());
    }
}
