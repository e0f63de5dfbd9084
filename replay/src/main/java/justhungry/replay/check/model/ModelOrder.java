package justhungry.replay.check.model;

import java.util.OptionalInt;
import java.util.OptionalLong;
import justhungry.replay.check.history.Answer;

/** A placed order of the model. Two orders of one number may exist in two possible states. */
public final class ModelOrder {
    // A history may have millions of orders, so the indices are plain numbers here, and nowhere else.
    private static final int ACTIVE = -1;
    private static final int NOT_ACKNOWLEDGED = -2;
    private static final long NOT_KNOWN = Long.MIN_VALUE;

    private final long number;
    private final ModelCustomer customer;
    private final BasketLines lines;
    private final Answer.AnswerDelivery delivery;
    private final long tip;
    private final int placedBy;
    private long placed = NOT_KNOWN;
    private int cancelledBy = ACTIVE;

    /**
     * An active order.
     *
     * @param tip in pence
     * @param placedBy the index of the acknowledged update that placed it; empty when it was one of unknown outcome
     */
    public ModelOrder(
            long number,
            ModelCustomer customer,
            BasketLines lines,
            Answer.AnswerDelivery delivery,
            long tip,
            OptionalInt placedBy) {
        this.number = number;
        this.customer = customer;
        this.lines = lines;
        this.delivery = delivery;
        this.tip = tip;
        this.placedBy = placedBy.orElse(NOT_ACKNOWLEDGED);
    }

    public long number() {
        return number;
    }

    public ModelCustomer customer() {
        return customer;
    }

    public BasketLines lines() {
        return lines;
    }

    Answer.AnswerDelivery delivery() {
        return delivery;
    }

    long tip() {
        return tip;
    }

    /** The time at which it was placed, in milliseconds since 1970 (UTC), once an answer has shown it. */
    OptionalLong placed() {
        return placed == NOT_KNOWN ? OptionalLong.empty() : OptionalLong.of(placed);
    }

    /** Notes the time that an answer shows; the first one counts. */
    public void learnPlaced(OptionalLong shown) {
        if (placed == NOT_KNOWN) {
            placed = shown.orElse(NOT_KNOWN);
        }
    }

    /** The index of the acknowledged update that placed it. */
    public OptionalInt placedBy() {
        return index(placedBy);
    }

    boolean isCancelled() {
        return cancelledBy != ACTIVE;
    }

    /** The index of the acknowledged update that cancelled it; empty also while it is active. */
    public OptionalInt cancelledBy() {
        return index(cancelledBy);
    }

    void cancel(OptionalInt by) {
        cancelledBy = by.orElse(NOT_ACKNOWLEDGED);
    }

    private static OptionalInt index(int by) {
        return by < 0 ? OptionalInt.empty() : OptionalInt.of(by);
    }
}
