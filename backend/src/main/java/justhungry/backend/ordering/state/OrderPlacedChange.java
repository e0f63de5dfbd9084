package justhungry.backend.ordering.state;

import java.util.ArrayList;
import java.util.List;
import justhungry.api.shop.DeliveryOption;
import justhungry.api.shop.Money;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.OrderLine;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.table.StateCodec;
import justhungry.backend.ordering.table.ValueDecoder;
import justhungry.backend.ordering.table.ValueEncoder;

/**
 * A new order, and the stock that it takes. Products are named by their place in the catalogue, which keeps an entry of
 * many large orders within {@link justhungry.api.codec.Limits#ENTRY_BYTES} however long the names are; the details are in the
 * state.
 */
public record OrderPlacedChange(
        OrderId id, UserId user, List<OrderedProduct> products, DeliveryOption delivery, Money tip) implements Change {
    static final int TAG = 3;

    /** A line of the order: a quantity of the product at a place in the catalogue, at its price when it was ordered. */
    public record OrderedProduct(int place, int quantity, Money price) {
        private OrderLine takeFrom(ShopState state) {
            var stock = state.stockEntry(place);
            state.put(stock.without(quantity));
            return new OrderLine(stock.product().name(), quantity, price);
        }

        private void writeTo(ValueEncoder out) {
            out.number(place).number(quantity).number(price.pence());
        }

        private static OrderedProduct readFrom(ValueDecoder in) {
            return new OrderedProduct(in.smallNumber(), in.smallNumber(), new Money(in.number()));
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
        state.add(new StoredOrder(user, details, new Order(id, lines, delivery, tip, Order.Status.ACTIVE)));
    }

    @Override
    public void writeTo(ValueEncoder out) {
        out.tag(TAG).number(id.number());
        StateCodec.write(user, out);
        out.list(products, OrderedProduct::writeTo).choice(delivery).number(tip.pence());
    }

    static OrderPlacedChange readFrom(ValueDecoder in) {
        return new OrderPlacedChange(
                new OrderId(in.number()),
                StateCodec.user(in),
                in.list(OrderedProduct::readFrom),
                in.choice(DeliveryOption.class),
                new Money(in.number()));
    }

    @Override
    public DumpRow toDumpRow() {
        return new DumpRow.OrderChange("order placed", id.number());
    }
}
