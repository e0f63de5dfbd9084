package justhungry.backend.ordering.table;

import java.util.List;
import java.util.Optional;

/**
 * A table of the ordering state. Storage knows of it what is declared here, and makes what is in {@link #ALL}.
 *
 * @param id its number in a snapshot, 1 to 127. It is for ever, and the one of a table that is gone is never used again
 * @param name its name in the storage, for ever
 * @param isCached whether its rows are small, and read for each order
 */
public record StateTable(int id, String name, boolean isCached) implements Comparable<StateTable> {
    /** Product by its place in the catalogue. */
    public static final StateTable PRODUCTS = cached(1, "products");

    /** Place in the catalogue by product name. */
    public static final StateTable PRODUCT_PLACES = cached(2, "product_places");

    /** Contact details by user. */
    public static final StateTable CUSTOMERS = cached(3, "customers");

    /** Order, with its user and the contact details at that time, by number. */
    public static final StateTable ORDERS = uncached(4, "orders");

    /** Empty value by user and order number: all orders of a user. */
    public static final StateTable ORDERS_BY_CUSTOMER = uncached(5, "orders_by_customer");

    /** Empty value by user and order number: the orders that are not cancelled. */
    public static final StateTable ACTIVE_BY_CUSTOMER = uncached(6, "active_by_customer");

    /** Last reply by client. */
    public static final StateTable REPLIES = cached(7, "replies");

    /** Client by the number of its update: the order in which replies are forgotten. */
    public static final StateTable REPLY_WINDOW = uncached(8, "reply_window");

    /** Counters of the state as a whole, by name. */
    public static final StateTable COUNTERS = cached(9, "counters");

    /** Delivery by its place in the catalogue. */
    public static final StateTable DELIVERIES = cached(10, "deliveries");

    /** Place in the catalogue by a delivery's code. */
    public static final StateTable DELIVERY_PLACES = cached(11, "delivery_places");

    /** Every table, by id. */
    public static final List<StateTable> ALL = List.of(
            PRODUCTS,
            PRODUCT_PLACES,
            CUSTOMERS,
            ORDERS,
            ORDERS_BY_CUSTOMER,
            ACTIVE_BY_CUSTOMER,
            REPLIES,
            REPLY_WINDOW,
            COUNTERS,
            DELIVERIES,
            DELIVERY_PLACES);

    public static Optional<StateTable> withId(int id) {
        return ALL.stream().filter(table -> table.id == id).findFirst();
    }

    private static StateTable cached(int id, String name) {
        return new StateTable(id, name, true);
    }

    private static StateTable uncached(int id, String name) {
        return new StateTable(id, name, false);
    }

    @Override
    public int compareTo(StateTable other) {
        return Integer.compare(id, other.id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StateTable that && id == that.id;
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return name;
    }
}
