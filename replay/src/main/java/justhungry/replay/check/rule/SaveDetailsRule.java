package justhungry.replay.check.rule;

import java.util.List;
import java.util.OptionalInt;
import justhungry.api.shop.Request;
import justhungry.replay.check.engine.Model.Step;
import justhungry.replay.check.history.Answer;
import justhungry.replay.check.model.AssumedEffects;
import justhungry.replay.check.model.ModelCustomer;

/** The rule of {@code USER_DETAILS}: the rules always accept it. */
record SaveDetailsRule(ModelCustomer customer, Request.SaveDetails request) implements RequestRule {
    @Override
    public Step<AssumedEffects, Answer> step(AssumedEffects world, Answer actual) {
        return new Step<>(new Answer.Done(), world.savingDetails(customer, saved()));
    }

    @Override
    public List<AssumedEffects> accept(List<AssumedEffects> worlds, int index, Answer actual) {
        customer.saveDetails(saved(), OptionalInt.of(index));
        return worlds.stream().map(world -> world.afterDetailsOf(customer)).toList();
    }

    private Answer.SavedDetails saved() {
        var details = request.details();
        return new Answer.SavedDetails(
                details.firstName(), details.lastName(), details.phone(), details.postcode(), details.address());
    }
}
