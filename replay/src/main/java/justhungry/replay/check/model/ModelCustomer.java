package justhungry.replay.check.model;

import java.util.Optional;
import java.util.OptionalInt;
import justhungry.replay.check.history.Answer;

/** A user of the script in the model, with details and orders. */
public final class ModelCustomer {
    private final String name;
    private final OrderList orders = new OrderList();
    private final OrderList active = new OrderList();
    private Optional<Answer.SavedDetails> details = Optional.empty();
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

    Optional<Answer.SavedDetails> details() {
        return details;
    }

    /** The index of the acknowledged update that saved the details first; empty when there was none before the others. */
    public OptionalInt detailsSavedBy() {
        return detailsSavedBy;
    }

    /** Saves the details, by an acknowledged update or by one of unknown outcome. */
    public void saveDetails(Answer.SavedDetails saved, OptionalInt by) {
        detailsSavedBy = details.isPresent() ? detailsSavedBy : by;
        details = Optional.of(saved);
    }

    /** Whether an update of unknown outcome may have changed the user's data, and it cannot be determined. */
    public boolean isUncertain() {
        return uncertain;
    }

    public void becomeUncertain() {
        uncertain = true;
    }
}
