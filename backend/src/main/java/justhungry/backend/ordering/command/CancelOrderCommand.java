package justhungry.backend.ordering.command;

import java.util.Optional;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.state.OrderCancelledChange;
import justhungry.backend.ordering.state.ShopState;
import justhungry.backend.ordering.state.StoredOrder;
import justhungry.backend.ordering.state.UpdateResult;
import justhungry.backend.ordering.state.UpdateResult.Refusal;

/**
 * The command that cancels an order of the user's. Another user's order is refused as unknown, so that the answer does
 * not reveal that it exists.
 */
record CancelOrderCommand(UserId user, OrderId order) implements Command {
    @Override
    public Decision decide(ShopState state) {
        return refusal(state.order(order).filter(stored -> stored.user().equals(user)))
                .map(Decision::refused)
                .orElseGet(() -> Decision.of(new UpdateResult.Cancelled(order), new OrderCancelledChange(order)));
    }

    private Optional<Refusal> refusal(Optional<StoredOrder> own) {
        if (own.isEmpty()) {
            return Optional.of(Refusal.unknownOrder(order));
        }
        if (own.get().order().status() == Order.Status.CANCELLED) {
            return Optional.of(Refusal.of(RefusalReason.NOT_ACTIVE, "order %s is already cancelled", order));
        }
        return Optional.empty();
    }
}
