package justhungry.backend.ordering.state;

import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Money;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.table.Decoder;
import justhungry.backend.ordering.table.Encoder;
import justhungry.backend.ordering.table.Format;
import justhungry.backend.ordering.table.Table;

/**
 * A row of {@link Table#ORDERS}.
 *
 * @param details the user's details when the order was placed; saving new ones does not change them
 */
public record StoredOrder(UserId user, ContactDetails details, Order order) {
    StoredOrder cancelled() {
        return new StoredOrder(user, details, order.cancelled());
    }

    void writeTo(Encoder out) {
        Format.write(user, out);
        Format.write(details, out);
        out.number(order.id().number()).list(order.lines(), Format::write);
        out.choice(order.delivery()).number(order.tip().pence()).choice(order.status());
    }

    public static StoredOrder readFrom(Decoder in) {
        return new StoredOrder(Format.user(in), Format.details(in), order(in));
    }

    private static Order order(Decoder in) {
        return new Order(
                new OrderId(in.number()),
                in.list(Format::line),
                in.choice(Delivery.class),
                new Money(in.number()),
                in.choice(Order.Status.class));
    }
}
