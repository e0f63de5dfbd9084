package justhungry.replay.check.rule;

import justhungry.api.shop.RefusalReason;
import justhungry.replay.check.engine.Model.Certainty;
import justhungry.replay.check.engine.Model.Step;
import justhungry.replay.check.history.Answer;
import justhungry.replay.check.model.AssumedEffects;
import justhungry.replay.check.model.ModelCustomer;

/** The rule of {@code VIEW_DETAILS}. */
record ViewDetailsRule(ModelCustomer customer) implements RequestRule {
    @Override
    public Step<AssumedEffects, Answer> step(AssumedEffects world, Answer actual) {
        var answer = world.details(customer)
                .<Answer>map(saved -> saved)
                .orElseGet(() -> new Answer.Refused(RefusalReason.NO_DETAILS));
        return new Step<>(answer, world);
    }

    @Override
    public Certainty certainty() {
        return customer.isUncertain() ? Certainty.NOTHING : Certainty.ALL;
    }
}
