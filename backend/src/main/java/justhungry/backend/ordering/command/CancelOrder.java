package justhungry.backend.ordering.command;

import java.util.Optional;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Reason;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.state.OrderCancelled;
import justhungry.backend.ordering.state.OrderingState;
import justhungry.backend.ordering.state.Outcome;
import justhungry.backend.ordering.state.Outcome.Refused;
import justhungry.backend.ordering.state.StoredOrder;
import justhungry.backend.ordering.table.Encoder;
import justhungry.backend.ordering.table.Format;

/**
 * The command that cancels an order of the user's. Another user's order is refused as unknown, so that the answer does
 * not reveal that it exists.
 */
record CancelOrder(UserId user, OrderId order) implements Command {
    private static final int TAG = 3;

    @Override
    public Ruling decide(OrderingState state) {
        return refusal(state.order(order).filter(stored -> stored.user().equals(user)))
                .map(Ruling::refused)
                .orElseGet(() -> Ruling.of(new Outcome.Cancelled(order), new OrderCancelled(order)));
    }

    private Optional<Refused> refusal(Optional<StoredOrder> own) {
        if (own.isEmpty()) {
            return Optional.of(Refused.of(Reason.UNKNOWN_ORDER, "you have no order %s; see your order history", order));
        }
        if (own.get().order().status() == Order.Status.CANCELLED) {
            return Optional.of(Refused.of(Reason.NOT_ACTIVE, "order %s is already cancelled", order));
        }
        return Optional.empty();
    }

    @Override
    public void writeTo(Encoder out) {
        out.tag(TAG);
        Format.write(user, out);
        out.number(order.number());
    }
}
