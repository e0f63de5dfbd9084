package justhungry.backend.ordering.table;

/** The tables of the ordering state. The order of the constants is part of the storage format: append only. */
public enum StateTable {
    /** Product by its place in the catalogue. */
    PRODUCTS,
    /** Place in the catalogue by product name. */
    PRODUCT_PLACES,
    /** Contact details by user. */
    CUSTOMERS,
    /** Order, with its user and the contact details at that time, by number. */
    ORDERS,
    /** Empty value by user and order number: all orders of a user. */
    ORDERS_BY_CUSTOMER,
    /** Empty value by user and order number: the orders that are not cancelled. */
    ACTIVE_BY_CUSTOMER,
    /** Last reply by client. */
    REPLIES,
    /** Client by the number of its update: the order in which replies are forgotten. */
    REPLY_WINDOW,
    /** Counters of the state as a whole, by name. */
    COUNTERS,
    /** Delivery by its place in the catalogue. */
    DELIVERIES,
    /** Place in the catalogue by a delivery's code. */
    DELIVERY_PLACES
}
