package justhungry.backend.ordering.command;

import java.util.Optional;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Reason;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.state.OrderPlaced;
import justhungry.backend.ordering.state.OrderingState;
import justhungry.backend.ordering.state.Outcome;
import justhungry.backend.ordering.state.Outcome.Refused;
import justhungry.backend.ordering.table.Encoder;
import justhungry.backend.ordering.table.Format;

/** The command that places an order: all of its items, at the server's prices, or a refusal. */
record PlaceOrder(UserId user, Request.PlaceOrder request) implements Command {
    private static final int TAG = 2;

    @Override
    public Ruling decide(OrderingState state) {
        var basket = Basket.look(request.items(), state);
        return missingDetails(state)
                .or(basket::unknownProduct)
                .or(basket::outOfStock)
                .or(() -> basket.beyondLimit(request.delivery().fee(), request.tip()))
                .map(Ruling::refused)
                .orElseGet(() -> placed(state.nextOrder(), basket));
    }

    private Ruling placed(OrderId id, Basket basket) {
        return Ruling.of(
                new Outcome.Placed(id),
                new OrderPlaced(id, user, basket.portions(), request.delivery(), request.tip()));
    }

    private Optional<Refused> missingDetails(OrderingState state) {
        return state.hasDetails(user)
                ? Optional.empty()
                : Optional.of(Refused.of(Reason.NO_DETAILS, "save your contact details first, then place the order"));
    }

    @Override
    public void writeTo(Encoder out) {
        out.tag(TAG);
        Format.write(user, out);
        out.list(request.items(), (item, line) -> line.text(item.product()).number(item.quantity()));
        out.choice(request.delivery()).number(request.tip().pence());
    }
}
