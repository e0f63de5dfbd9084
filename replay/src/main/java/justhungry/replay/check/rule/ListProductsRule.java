package justhungry.replay.check.rule;

import java.util.List;
import java.util.stream.IntStream;
import justhungry.replay.check.engine.Model.Certainty;
import justhungry.replay.check.engine.Model.Step;
import justhungry.replay.check.history.Answer;
import justhungry.replay.check.model.AssumedEffects;
import justhungry.replay.check.model.ModelState;

/** The rule of {@code PRODUCT_LIST}. */
record ListProductsRule(ModelState state) implements RequestRule {
    @Override
    public Step<AssumedEffects, Answer> step(AssumedEffects world, Answer actual) {
        var products = IntStream.range(0, state.catalogue().size())
                .mapToObj(place -> new Answer.AnswerProduct(
                        state.catalogue().name(place), state.catalogue().price(place), stock(world, place, actual)))
                .toList();
        return new Step<>(new Answer.ProductList(products, state.catalogue().deliveries()), world);
    }

    private long stock(AssumedEffects world, int place, Answer actual) {
        if (!state.isStockKnown()
                && actual instanceof Answer.ProductList list
                && place < list.products().size()) {
            return Math.max(0, list.products().get(place).stock());
        }
        return state.stock(place, world);
    }

    @Override
    public List<AssumedEffects> accept(List<AssumedEffects> worlds, int index, Answer actual) {
        if (actual instanceof Answer.ProductList list) {
            state.acceptStock(list, worlds.get(0));
        }
        return worlds;
    }

    @Override
    public Certainty certainty() {
        return state.isStockOfOthers() ? Certainty.PART : Certainty.ALL;
    }
}
