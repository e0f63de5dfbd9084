package justhungry.replay.check.model;

import java.util.OptionalInt;

/** A user of the script in the model, with details and orders. */
public final class ModelCustomer {
    private final String name;
    private final OrderList orders = new OrderList();
    private final OrderList active = new OrderList();
    private boolean details;
    private OptionalInt detailsSavedBy = OptionalInt.empty();
    private boolean uncertain;

    ModelCustomer(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    OrderList orders() {
        return orders;
    }

    OrderList active() {
        return active;
    }

    boolean hasDetails() {
        return details;
    }

    /** The index of the acknowledged update that saved the details first; empty when there was none before the others. */
    public OptionalInt detailsSavedBy() {
        return detailsSavedBy;
    }

    /** Saves the details, by an acknowledged update or by one of unknown outcome. */
    public void saveDetails(OptionalInt by) {
        detailsSavedBy = details ? detailsSavedBy : by;
        details = true;
    }

    /** Whether an update of unknown outcome may have changed the user's data, and it cannot be determined. */
    public boolean isUncertain() {
        return uncertain;
    }

    public void becomeUncertain() {
        uncertain = true;
    }
}
