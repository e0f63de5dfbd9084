package justhungry.replay.check.rule;

import java.util.List;
import java.util.OptionalInt;
import justhungry.replay.check.engine.Model.Certainty;
import justhungry.replay.check.engine.Model.Step;
import justhungry.replay.check.history.Answer;
import justhungry.replay.check.model.AssumedEffects;

/**
 * The rule for one request of one user. {@link ShopRules} has one for each kind of request; it says everything that the
 * checker knows of that kind.
 */
public interface RequestRule {
    /**
     * The right answer, and the state after it. It changes nothing.
     *
     * <p>Where updates by others leave several answers possible, the actual one decides, if it can be right.
     */
    Step<AssumedEffects, Answer> step(AssumedEffects world, Answer actual);

    /**
     * Makes the effect of an acknowledged request certain, as its answer says; of a read, what it shows. Returns the
     * states after it.
     *
     * @param index that of the operation
     */
    default List<AssumedEffects> accept(List<AssumedEffects> worlds, int index, Answer actual) {
        return worlds;
    }

    /** How much of an answer can be judged now. */
    default Certainty certainty() {
        return Certainty.ALL;
    }

    /** The acknowledged update that must have been lost if the request was wrongly refused in this way. */
    default OptionalInt lostUpdate(Answer actual, AssumedEffects world) {
        return OptionalInt.empty();
    }

    /** The highest number of orders of an answer that is a page of them. */
    default OptionalInt pageSize() {
        return OptionalInt.empty();
    }

    /** The arguments for people, with a space before them; without contact details, which are private. */
    default String arguments() {
        return "";
    }
}
