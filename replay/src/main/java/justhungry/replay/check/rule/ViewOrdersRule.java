package justhungry.replay.check.rule;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import justhungry.api.shop.OrderId;
import justhungry.replay.check.engine.Model.Certainty;
import justhungry.replay.check.engine.Model.Step;
import justhungry.replay.check.history.Answer;
import justhungry.replay.check.model.AssumedEffects;
import justhungry.replay.check.model.ModelAnswers;
import justhungry.replay.check.model.ModelCustomer;
import justhungry.replay.check.model.ModelOrder;
import justhungry.replay.check.model.ModelState;
import org.jspecify.annotations.Nullable;

/**
 * The rule of {@code VIEW_ORDERS} and {@code VIEW_ACTIVE}.
 *
 * @param source the user's orders that it shows
 */
record ViewOrdersRule(
        ModelCustomer customer, PageSource source, @Nullable OrderId before, int limit, ModelState state)
        implements RequestRule {
    /** Orders of a user below a number (or all), from the highest down. */
    interface PageSource {
        List<ModelOrder> page(ModelCustomer customer, AssumedEffects world, OptionalLong before, int max);
    }

    @Override
    public Step<AssumedEffects, Answer> step(AssumedEffects world, Answer actual) {
        var bound = before == null ? OptionalLong.empty() : OptionalLong.of(before.number());
        var orders = source.page(customer, world, bound, limit + 1);
        return new Step<>(new ModelAnswers(state.catalogue()).page(orders, limit, world, actual), world);
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
    public OptionalInt pageSize() {
        return OptionalInt.of(limit);
    }
}
