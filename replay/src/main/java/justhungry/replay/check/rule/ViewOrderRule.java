package justhungry.replay.check.rule;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Request;
import justhungry.replay.check.engine.Model.Certainty;
import justhungry.replay.check.engine.Model.Step;
import justhungry.replay.check.history.Answer;
import justhungry.replay.check.model.AssumedEffects;
import justhungry.replay.check.model.ModelAnswers;
import justhungry.replay.check.model.ModelCustomer;
import justhungry.replay.check.model.ModelOrder;
import justhungry.replay.check.model.ModelState;

/** The rule of {@code VIEW_ORDER}. */
record ViewOrderRule(ModelState state, ModelCustomer customer, Request.ViewOrder request) implements RequestRule {
    @Override
    public Step<AssumedEffects, Answer> step(AssumedEffects world, Answer actual) {
        var answer = own(world)
                .map(order -> new ModelAnswers(state.catalogue()).page(List.of(order), 1, world, actual))
                .orElseGet(() -> new Answer.Refused(RefusalReason.UNKNOWN_ORDER));
        return new Step<>(answer, world);
    }

    private Optional<ModelOrder> own(AssumedEffects world) {
        return state.ownOrder(customer, request.order().number(), world);
    }

    @Override
    public List<AssumedEffects> accept(List<AssumedEffects> worlds, int index, Answer actual) {
        return state.acceptPage(worlds, actual);
    }

    @Override
    public Certainty certainty() {
        return customer.isUncertain() ? Certainty.NOTHING : Certainty.ALL;
    }

    @Override
    public OptionalInt lostUpdate(Answer actual, AssumedEffects world) {
        return actual.isRefused(RefusalReason.UNKNOWN_ORDER)
                ? own(world).map(ModelOrder::placedBy).orElse(OptionalInt.empty())
                : OptionalInt.empty();
    }

    @Override
    public OptionalInt pageSize() {
        return OptionalInt.of(1);
    }

    @Override
    public String arguments() {
        return " (order %s)".formatted(request.order());
    }
}
