package justhungry.replay.check.rule;

import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Request;
import justhungry.replay.check.engine.Model.Step;
import justhungry.replay.check.history.Answer;
import justhungry.replay.check.model.AssumedEffects;
import justhungry.replay.check.model.BasketLines;
import justhungry.replay.check.model.ModelAnswers;
import justhungry.replay.check.model.ModelCatalogue;

/** The rule of {@code ORDER_COST}. */
record PriceBasketRule(ModelCatalogue catalogue, Request.PriceBasket request) implements RequestRule {
    @Override
    public Step<AssumedEffects, Answer> step(AssumedEffects world, Answer actual) {
        return new Step<>(
                BasketLines.of(request.items(), catalogue)
                        .map(this::price)
                        .orElseGet(() -> new Answer.Refused(RefusalReason.UNKNOWN_PRODUCT)),
                world);
    }

    private Answer price(BasketLines lines) {
        return lines.isTooExpensive(catalogue, 0)
                ? new Answer.Refused(RefusalReason.INVALID)
                : new ModelAnswers(catalogue).basket(lines);
    }

    @Override
    public String arguments() {
        return " (%s)".formatted(BasketLines.words(request.items()));
    }
}
