package justhungry.replay.check.model;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import justhungry.replay.check.history.Answer;

/** The answers of the model. */
public final class ModelAnswers {
    private final ModelCatalogue catalogue;

    public ModelAnswers(ModelCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The answer to an order that was placed now: at the time of the decision, if the actual answer has that. */
    public Answer placed(ModelOrder order, Answer actual) {
        var decidedAt = actual.decidedAt();
        var placed = decidedAt.isPresent() ? decidedAt : actual.placed(order.number());
        return new Answer.OrderDone(order.number(), terms(order, placed), decidedAt);
    }

    public Answer cancelled(ModelOrder order, Answer actual) {
        return new Answer.OrderDone(order.number(), terms(order, timeOf(order, actual)), actual.decidedAt());
    }

    public Answer basket(BasketLines basket) {
        return new Answer.BasketPrice(lines(basket), cost(basket));
    }

    public Answer page(List<ModelOrder> orders, int limit, AssumedEffects world, Answer actual) {
        var page = orders.stream()
                .limit(limit)
                .map(order -> new Answer.AnswerOrder(
                        order.number(), state(order, world), terms(order, timeOf(order, actual))))
                .toList();
        return new Answer.OrderPage(page, orders.size() > limit);
    }

    private static Answer.OrderState state(ModelOrder order, AssumedEffects world) {
        return world.isCancelled(order) ? Answer.OrderState.CANCELLED : Answer.OrderState.ACTIVE;
    }

    private Answer.OrderTerms terms(ModelOrder order, OptionalLong placed) {
        long fee = order.delivery().fee();
        long cost = cost(order.lines());
        return new Answer.OrderTerms(
                lines(order.lines()), order.delivery().code(), fee, order.tip(), cost + fee + order.tip(), placed);
    }

    /** The time at which an order was placed; while that is not known, the one that the actual answer shows. */
    private static OptionalLong timeOf(ModelOrder order, Answer actual) {
        return order.placed().isPresent() ? order.placed() : actual.placed(order.number());
    }

    /** Only an order that was wrongly accepted costs more than is allowed. */
    private long cost(BasketLines basket) {
        return basket.cost(catalogue).orElse(BasketLines.MAX_COST);
    }

    private List<Answer.AnswerLine> lines(BasketLines basket) {
        return IntStream.range(0, basket.size())
                .mapToObj(line -> line(basket.position(line), basket.quantity(line)))
                .toList();
    }

    private Answer.AnswerLine line(int place, int quantity) {
        long price = catalogue.price(place);
        return new Answer.AnswerLine(catalogue.name(place), quantity, price, price * quantity);
    }
}
