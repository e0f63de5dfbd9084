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
        var lines = BasketLines.of(request.items(), state.catalogue());
        var delivery = state.catalogue().delivery(request.delivery());
        var refusal = refusal(world, actual, lines, delivery);
        if (refusal.isPresent()) {
            return new Step<>(new Answer.Refused(refusal.get()), world);
        }
        var placed = order(nextNumber(world, actual), lines.orElseThrow(), delivery.orElseThrow(), OptionalInt.empty());
        return new Step<>(new ModelAnswers(state.catalogue()).placed(placed, actual), world.placing(placed));
    }

    private Optional<RefusalReason> refusal(
            AssumedEffects world,
            Answer actual,
            Optional<BasketLines> lines,
            Optional<Answer.AnswerDelivery> delivery) {
        if (world.details(customer).isEmpty()) {
            return Optional.of(RefusalReason.NO_DETAILS);
        }
        if (lines.isEmpty()) {
            return Optional.of(RefusalReason.UNKNOWN_PRODUCT);
        }
        if (delivery.isEmpty()) {
            return Optional.of(RefusalReason.UNKNOWN_DELIVERY);
        }
        if (state.isStockKnown() ? isShort(world, lines.get()) : actual.isRefused(RefusalReason.OUT_OF_STOCK)) {
            return Optional.of(RefusalReason.OUT_OF_STOCK);
        }
        long extras = delivery.get().fee() + request.tip().pence();
        return lines.get().isTooExpensive(state.catalogue(), extras)
                ? Optional.of(RefusalReason.INVALID)
                : Optional.empty();
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

    private ModelOrder order(long number, BasketLines lines, Answer.AnswerDelivery delivery, OptionalInt placedBy) {
        return new ModelOrder(number, customer, lines, delivery, request.tip().pence(), placedBy);
    }

    /** An answer without a number is taken as one with the next; one to an order that cannot be, as nothing. */
    @Override
    public List<AssumedEffects> accept(List<AssumedEffects> worlds, int index, Answer actual) {
        long number = number(actual, worlds.get(0).lastOrder() + 1);
        var lines = BasketLines.of(request.items(), state.catalogue());
        var delivery = state.catalogue().delivery(request.delivery());
        if (lines.isEmpty() || delivery.isEmpty()) {
            return worlds;
        }
        var order = order(number, lines.get(), delivery.get(), OptionalInt.of(index));
        order.learnPlaced(actual.placed(number));
        state.add(order);
        return worlds.stream().map(world -> world.afterOrder(number)).toList();
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
