package justhungry.backend.ordering.state;

import justhungry.api.shop.Line;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.backend.ordering.table.Decoder;
import justhungry.backend.ordering.table.Encoder;

/** The cancellation of an active order, which returns its stock. */
public record OrderCancelled(OrderId id) implements Change {
    static final int TAG = 4;

    @Override
    public void applyTo(OrderingState state) {
        var order = state.knownOrder(id);
        if (order.order().status() != Order.Status.ACTIVE) {
            throw new IllegalStateException("order %s is cancelled twice".formatted(id));
        }
        order.order().lines().forEach(line -> giveBack(line, state));
        state.putCancelled(order);
    }

    private void giveBack(Line line, OrderingState state) {
        var stock = state.shelf(line.product())
                .orElseThrow(() -> new IllegalStateException(
                        "order %s has %s, which is not in the catalogue".formatted(id, line.product())));
        state.put(stock.with(line.quantity()));
    }

    @Override
    public void writeTo(Encoder out) {
        out.tag(TAG).number(id.number());
    }

    static OrderCancelled readFrom(Decoder in) {
        return new OrderCancelled(new OrderId(in.number()));
    }

    @Override
    public Dumped dumped() {
        return new Dumped.OrderChange("order cancelled", id.number());
    }
}
