package justhungry.backend.ordering.state;

import justhungry.api.codec.Tag;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Order;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.table.StateTable;

/**
 * A row of {@link StateTable#ORDERS}.
 *
 * @param details the user's details when the order was placed; saving new ones does not change them
 */
public record StoredOrder(
        @Tag(1) UserId user,
        @Tag(2) ContactDetails details,
        @Tag(3) Order order) {
    StoredOrder cancelled() {
        return new StoredOrder(user, details, order.withStatus(Order.Status.CANCELLED));
    }
}
