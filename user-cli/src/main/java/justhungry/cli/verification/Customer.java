package justhungry.cli.verification;

/** A user of the script in the model, with details and orders. */
final class Customer {
    private static final int NOBODY = -1;

    private final String name;
    private final OrderList orders = new OrderList();
    private final OrderList active = new OrderList();
    private int detailsSavedBy = NOBODY;
    private boolean doubtful;

    Customer(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    OrderList orders() {
        return orders;
    }

    OrderList active() {
        return active;
    }

    boolean hasDetails() {
        return detailsSavedBy != NOBODY;
    }

    /** The index of the request that saved the details first; -1 while there are none. */
    int detailsSavedBy() {
        return detailsSavedBy;
    }

    void saveDetails(int by) {
        detailsSavedBy = hasDetails() ? detailsSavedBy : by;
    }

    /** Whether an update of unknown outcome may have changed the user's data, and it cannot be determined. */
    boolean isDoubtful() {
        return doubtful;
    }

    void becomeDoubtful() {
        doubtful = true;
    }
}
