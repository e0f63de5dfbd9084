package justhungry.backend.ordering.state;

import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.OrderLine;
import justhungry.backend.ordering.table.ValueDecoder;
import justhungry.backend.ordering.table.ValueEncoder;

/** The cancellation of an active order, which returns its stock. */
public record OrderCancelledChange(OrderId id) implements Change {
    static final int TAG = 4;

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
    public void writeTo(ValueEncoder out) {
        out.tag(TAG).number(id.number());
    }

    static OrderCancelledChange readFrom(ValueDecoder in) {
        return new OrderCancelledChange(new OrderId(in.number()));
    }

    @Override
    public DumpRow toDumpRow() {
        return new DumpRow.OrderChange("order cancelled", id.number());
    }
}
