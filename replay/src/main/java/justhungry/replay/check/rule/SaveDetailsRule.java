package justhungry.replay.check.rule;

import java.util.List;
import java.util.OptionalInt;
import justhungry.replay.check.engine.Model.Step;
import justhungry.replay.check.history.Answer;
import justhungry.replay.check.model.AssumedEffects;
import justhungry.replay.check.model.ModelCustomer;

/** The rule of {@code USER_DETAILS}: the rules always accept it. */
record SaveDetailsRule(ModelCustomer customer) implements RequestRule {
    @Override
    public Step<AssumedEffects, Answer> step(AssumedEffects world, Answer actual) {
        return new Step<>(new Answer.Done(), world.savingDetails(customer));
    }

    @Override
    public List<AssumedEffects> accept(List<AssumedEffects> worlds, int index, Answer actual) {
        customer.saveDetails(OptionalInt.of(index));
        return worlds;
    }
}
