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
import justhungry.replay.check.model.BasketLines;
import justhungry.replay.check.model.ModelAnswers;
import justhungry.replay.check.model.ModelCustomer;
import justhungry.replay.check.model.ModelOrder;
import justhungry.replay.check.model.ModelState;

/** The rule of {@code PLACE_ORDER}. */
record PlaceOrderRule(ModelState state, ModelCustomer customer, Request.PlaceOrder request) implements RequestRule {
    @Override
    public Step<AssumedEffects, Answer> step(AssumedEffects world, Answer actual) {
        var order = order(nextNumber(world, actual), OptionalInt.empty());
        var refusal = refusal(world, actual, order);
        if (refusal.isPresent()) {
            return new Step<>(new Answer.Refused(refusal.get()), world);
        }
        var placed = order.orElseThrow();
        return new Step<>(new ModelAnswers(state.catalogue()).order(placed), world.placing(placed));
    }

    private Optional<RefusalReason> refusal(AssumedEffects world, Answer actual, Optional<ModelOrder> order) {
        if (!world.hasDetails(customer)) {
            return Optional.of(RefusalReason.NO_DETAILS);
        }
        if (order.isEmpty()) {
            return Optional.of(RefusalReason.UNKNOWN_PRODUCT);
        }
        var lines = order.get().lines();
        if (state.isStockKnown() ? isShort(world, lines) : actual.isRefused(RefusalReason.OUT_OF_STOCK)) {
            return Optional.of(RefusalReason.OUT_OF_STOCK);
        }
        long extras = state.catalogue().fee(request.delivery()) + request.tip().pence();
        return lines.isTooExpensive(state.catalogue(), extras) ? Optional.of(RefusalReason.INVALID) : Optional.empty();
    }

    private boolean isShort(AssumedEffects world, BasketLines lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (state.stock(lines.position(i), world) < lines.quantity(i)) {
                return true;
            }
        }
        return false;
    }

    /** The number after the last one; others may have got some in between. */
    private long nextNumber(AssumedEffects world, Answer actual) {
        long next = world.lastOrder() + 1;
        boolean canBeRight = actual instanceof Answer.OrderDone done
                && done.number() > next
                && done.number() <= next + state.orderNumbersOfOthers();
        return canBeRight ? number(actual, next) : next;
    }

    private static long number(Answer answer, long other) {
        return answer instanceof Answer.OrderDone done ? done.number() : other;
    }

    /** The order with a number; empty when a product is unknown. */
    private Optional<ModelOrder> order(long number, OptionalInt placedBy) {
        return BasketLines.of(request.items(), state.catalogue())
                .map(lines -> new ModelOrder(
                        number,
                        customer,
                        lines,
                        request.delivery(),
                        request.tip().pence(),
                        placedBy));
    }

    /** An answer without a number is taken as one with the next. */
    @Override
    public List<AssumedEffects> accept(List<AssumedEffects> worlds, int index, Answer actual) {
        long number = number(actual, worlds.get(0).lastOrder() + 1);
        var order = order(number, OptionalInt.of(index));
        order.ifPresent(state::add);
        return order.isEmpty()
                ? worlds
                : worlds.stream().map(world -> world.afterOrder(number)).toList();
    }

    @Override
    public Certainty certainty() {
        if (customer.isUncertain()) {
            return Certainty.NOTHING;
        }
        return state.isStockOfOthers() ? Certainty.PART : Certainty.ALL;
    }

    @Override
    public String arguments() {
        return " (%s)".formatted(BasketLines.words(request.items()));
    }
}
