package justhungry.backend.ordering.state;

import justhungry.api.codec.Tag;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.OrderLine;

/** The cancellation of an active order, which returns its stock. */
@Tag(7)
public record OrderCancelledChange(@Tag(1) OrderId id) implements Change {
    @Override
    public void applyTo(ShopState state) {
        var order = state.knownOrder(id);
        if (order.order().status() != Order.Status.ACTIVE) {
            throw new IllegalStateException("order %s is cancelled twice".formatted(id));
        }
        order.order().lines().forEach(line -> giveBack(line, state));
        state.putCancelled(order);
    }

    private void giveBack(OrderLine line, ShopState state) {
        var stock = state.stockEntry(line.product())
                .orElseThrow(() -> new IllegalStateException(
                        "order %s has %s, which is not in the catalogue".formatted(id, line.product())));
        state.put(stock.with(line.quantity()));
    }

    @Override
    public DumpRow toDumpRow() {
        return new DumpRow.OrderChange("order cancelled", id.number());
    }
}
