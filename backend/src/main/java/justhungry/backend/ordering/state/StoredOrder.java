package justhungry.backend.ordering.state;

import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.DeliveryOption;
import justhungry.api.shop.Money;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.table.StateCodec;
import justhungry.backend.ordering.table.StateTable;
import justhungry.backend.ordering.table.ValueDecoder;
import justhungry.backend.ordering.table.ValueEncoder;

/**
 * A row of {@link StateTable#ORDERS}.
 *
 * @param details the user's details when the order was placed; saving new ones does not change them
 */
public record StoredOrder(UserId user, ContactDetails details, Order order) {
    StoredOrder cancelled() {
        return new StoredOrder(user, details, order.cancelled());
    }

    void writeTo(ValueEncoder out) {
        StateCodec.write(user, out);
        StateCodec.write(details, out);
        out.number(order.id().number()).list(order.lines(), StateCodec::write);
        out.choice(order.delivery()).number(order.tip().pence()).choice(order.status());
    }

    public static StoredOrder readFrom(ValueDecoder in) {
        return new StoredOrder(StateCodec.user(in), StateCodec.details(in), order(in));
    }

    private static Order order(ValueDecoder in) {
        return new Order(
                new OrderId(in.number()),
                in.list(StateCodec::line),
                in.choice(DeliveryOption.class),
                new Money(in.number()),
                in.choice(Order.Status.class));
    }
}
