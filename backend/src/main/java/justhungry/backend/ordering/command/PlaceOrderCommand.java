package justhungry.backend.ordering.command;

import java.util.Optional;
import java.util.stream.Collectors;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.state.DeliveryEntry;
import justhungry.backend.ordering.state.OrderPlacedChange;
import justhungry.backend.ordering.state.ShopState;
import justhungry.backend.ordering.state.UpdateResult;
import justhungry.backend.ordering.state.UpdateResult.Refusal;

/** The command that places an order: all of its items, at the server's prices, or a refusal. */
record PlaceOrderCommand(UserId user, Request.PlaceOrder request) implements Command {
    @Override
    public Decision decide(ShopState state) {
        var basket = PricedBasket.lookUp(request.items(), state);
        var found = state.deliveryEntry(request.delivery());
        return missingDetails(state)
                .or(basket::unknownProduct)
                .or(() -> found.isEmpty() ? Optional.of(unknownDelivery(state)) : Optional.empty())
                .or(basket::outOfStock)
                .or(() -> basket.beyondLimit(found.orElseThrow().delivery().fee(), request.tip()))
                .map(Decision::refused)
                .orElseGet(() -> placed(state.nextOrder(), basket, found.orElseThrow()));
    }

    private Decision placed(OrderId id, PricedBasket basket, DeliveryEntry delivery) {
        return Decision.of(
                new UpdateResult.Placed(id),
                new OrderPlacedChange(id, user, basket.orderedProducts(), delivery.place(), request.tip()));
    }

    private Refusal unknownDelivery(ShopState state) {
        var codes = state.deliveries().stream().map(Delivery::code).collect(Collectors.joining(", "));
        return Refusal.of(
                RefusalReason.UNKNOWN_DELIVERY,
                "there is no delivery %s; choose one of: %s",
                request.delivery(),
                codes);
    }

    private Optional<Refusal> missingDetails(ShopState state) {
        return state.hasDetails(user)
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(RefusalReason.NO_DETAILS, "save your contact details first, then place the order"));
    }
}
