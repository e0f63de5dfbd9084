package justhungry.replay.check.model;

/** A user of the script in the model, with details and orders. */
public final class ModelCustomer {
    private static final int NONE = -1;

    private final String name;
    private final OrderList orders = new OrderList();
    private final OrderList active = new OrderList();
    private int detailsSavedBy = NONE;
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
        return detailsSavedBy != NONE;
    }

    /** The index of the request that saved the details first; -1 while there are none. */
    public int detailsSavedBy() {
        return detailsSavedBy;
    }

    public void saveDetails(int by) {
        detailsSavedBy = hasDetails() ? detailsSavedBy : by;
    }

    /** Whether an update of unknown outcome may have changed the user's data, and it cannot be determined. */
    public boolean isUncertain() {
        return uncertain;
    }

    public void becomeUncertain() {
        uncertain = true;
    }
}
