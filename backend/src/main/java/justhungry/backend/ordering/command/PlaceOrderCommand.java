package justhungry.backend.ordering.command;

import java.util.Optional;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.state.OrderPlacedChange;
import justhungry.backend.ordering.state.ShopState;
import justhungry.backend.ordering.state.UpdateResult;
import justhungry.backend.ordering.state.UpdateResult.Refusal;

/** The command that places an order: all of its items, at the server's prices, or a refusal. */
record PlaceOrderCommand(UserId user, Request.PlaceOrder request) implements Command {
    @Override
    public Decision decide(ShopState state) {
        var basket = PricedBasket.lookUp(request.items(), state);
        return missingDetails(state)
                .or(basket::unknownProduct)
                .or(basket::outOfStock)
                .or(() -> basket.beyondLimit(request.delivery().fee(), request.tip()))
                .map(Decision::refused)
                .orElseGet(() -> placed(state.nextOrder(), basket));
    }

    private Decision placed(OrderId id, PricedBasket basket) {
        return Decision.of(
                new UpdateResult.Placed(id),
                new OrderPlacedChange(id, user, basket.orderedProducts(), request.delivery(), request.tip()));
    }

    private Optional<Refusal> missingDetails(ShopState state) {
        return state.hasDetails(user)
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(RefusalReason.NO_DETAILS, "save your contact details first, then place the order"));
    }
}
