package justhungry.backend.ordering.state;

import java.util.ArrayList;
import java.util.List;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Line;
import justhungry.api.shop.Money;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.table.Decoder;
import justhungry.backend.ordering.table.Encoder;
import justhungry.backend.ordering.table.Format;

/**
 * A new order, and the stock that it takes. Products are named by their place in the catalogue, which keeps an entry of
 * many large orders within {@link justhungry.api.codec.Limits#ENTRY_BYTES} however long the names are; the details are in the
 * state.
 */
public record OrderPlaced(OrderId id, UserId user, List<Portion> portions, Delivery delivery, Money tip)
        implements Change {
    static final int TAG = 3;

    /** A line of the order: a quantity of the product at a place in the catalogue, at its price when it was ordered. */
    public record Portion(int place, int quantity, Money price) {
        private Line takeFrom(OrderingState state) {
            var stock = state.shelf(place);
            state.put(stock.without(quantity));
            return new Line(stock.product().name(), quantity, price);
        }

        private void writeTo(Encoder out) {
            out.number(place).number(quantity).number(price.pence());
        }

        private static Portion readFrom(Decoder in) {
            return new Portion(in.smallNumber(), in.smallNumber(), new Money(in.number()));
        }
    }

    @Override
    public void applyTo(OrderingState state) {
        var details = state.details(user)
                .orElseThrow(
                        () -> new IllegalStateException("order %s belongs to a user without details".formatted(id)));
        var lines = new ArrayList<Line>(portions.size());
        for (var product : portions) {
            lines.add(product.takeFrom(state));
        }
        state.add(new StoredOrder(user, details, new Order(id, lines, delivery, tip, Order.Status.ACTIVE)));
    }

    @Override
    public void writeTo(Encoder out) {
        out.tag(TAG).number(id.number());
        Format.write(user, out);
        out.list(portions, Portion::writeTo).choice(delivery).number(tip.pence());
    }

    static OrderPlaced readFrom(Decoder in) {
        return new OrderPlaced(
                new OrderId(in.number()),
                Format.user(in),
                in.list(Portion::readFrom),
                in.choice(Delivery.class),
                new Money(in.number()));
    }

    @Override
    public Dumped dumped() {
        return new Dumped.OrderChange("order placed", id.number());
    }
}
