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

/** The rule of {@code CANCEL}. */
record CancelOrderRule(ModelState state, ModelCustomer customer, Request.CancelOrder request) implements RequestRule {
    @Override
    public Step<AssumedEffects, Answer> step(AssumedEffects world, Answer actual) {
        var own = own(world);
        if (own.isEmpty()) {
            return new Step<>(new Answer.Refused(RefusalReason.UNKNOWN_ORDER), world);
        }
        var order = own.get();
        return world.isCancelled(order)
                ? new Step<>(new Answer.Refused(RefusalReason.NOT_ACTIVE), world)
                : new Step<>(new ModelAnswers(state.catalogue()).cancelled(order, actual), world.cancelling(order));
    }

    private Optional<ModelOrder> own(AssumedEffects world) {
        return state.ownOrder(customer, number(), world);
    }

    private long number() {
        return request.order().number();
    }

    @Override
    public List<AssumedEffects> accept(List<AssumedEffects> worlds, int index, Answer actual) {
        state.learnPlaced(worlds, number(), actual.placed(number()));
        if (worlds.get(0).order(number()).isPresent()) {
            return worlds.stream()
                    .map(world -> world.order(number()).map(world::cancelling).orElse(world))
                    .toList();
        }
        own(worlds.get(0)).ifPresentOrElse(order -> state.cancel(order, OptionalInt.of(index)), state::forgetStock);
        return worlds;
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
    public String arguments() {
        return " (order %s)".formatted(request.order());
    }
}
