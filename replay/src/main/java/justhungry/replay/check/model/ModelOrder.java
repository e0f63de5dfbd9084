package justhungry.replay.check.model;

import justhungry.api.shop.DeliveryOption;

/** A placed order of the model. Two orders of one number may exist in two possible worlds. */
public final class ModelOrder {
    /** The value instead of a request's index when no request was acknowledged. */
    public static final int NOT_ACKNOWLEDGED = Integer.MAX_VALUE;

    private static final int NONE = -1;

    private final long number;
    private final ModelCustomer customer;
    private final BasketLines lines;
    private final DeliveryOption delivery;
    private final long tip;
    private final int placedBy;
    private int cancelledBy = NONE;

    /**
     * An active order.
     *
     * @param tip in pence
     * @param placedBy the index of the request that placed it
     */
    ModelOrder(
            long number, ModelCustomer customer, BasketLines lines, DeliveryOption delivery, long tip, int placedBy) {
        this.number = number;
        this.customer = customer;
        this.lines = lines;
        this.delivery = delivery;
        this.tip = tip;
        this.placedBy = placedBy;
    }

    public long number() {
        return number;
    }

    public ModelCustomer customer() {
        return customer;
    }

    BasketLines lines() {
        return lines;
    }

    DeliveryOption delivery() {
        return delivery;
    }

    long tip() {
        return tip;
    }

    public int placedBy() {
        return placedBy;
    }

    boolean isCancelled() {
        return cancelledBy != NONE;
    }

    /** The index of the request that cancelled it; -1 while it is active. */
    public int cancelledBy() {
        return cancelledBy;
    }

    void cancel(int by) {
        cancelledBy = by;
    }
}
