package justhungry.replay.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import justhungry.replay.check.engine.Anomaly;
import justhungry.replay.check.engine.CheckMetric;
import justhungry.replay.check.engine.HistoryOperation;
import justhungry.replay.check.engine.LogicalTime;
import justhungry.replay.check.engine.OperationTimes;
import justhungry.replay.check.history.Answer;
import justhungry.replay.check.history.JsonDiff;
import justhungry.replay.check.history.UserRequest;
import justhungry.replay.check.model.AssumedEffects;
import justhungry.replay.check.model.ModelOrder;
import justhungry.replay.check.model.ModelState;

/** A classifier of one wrong page of orders. */
final class PageClassifier {
    private final ShopSurvey survey;
    private final ModelState state;
    private final OperationTimes times;
    private final HistoryOperation<UserRequest, Answer> operation;
    private final String label;
    private final AssumedEffects world;

    PageClassifier(
            ShopSurvey survey,
            ModelState state,
            OperationTimes times,
            HistoryOperation<UserRequest, Answer> operation,
            String label,
            AssumedEffects world) {
        this.survey = survey;
        this.state = state;
        this.times = times;
        this.operation = operation;
        this.label = label;
        this.world = world;
    }

    /** Classifies the page, which is not the expected one. */
    List<Anomaly> classify(Answer expected, int limit) {
        var shown = orders(operation.answer());
        var anomalies = new ArrayList<Anomaly>();
        shown.values().forEach(order -> shown(order).ifPresent(anomalies::add));
        long lowest = shown.size() < limit
                ? 0
                : shown.keySet().stream().min(Long::compare).orElse(0L);
        for (var number : orders(expected).keySet()) {
            if (number >= lowest && !shown.containsKey(number)) {
                anomalies.add(notShown(number));
            }
        }
        if (anomalies.isEmpty()) {
            var difference = JsonDiff.first(expected, operation.answer()).orElseThrow();
            anomalies.add(wrong(difference.label()));
        }
        return anomalies;
    }

    /** The error that an order shows, if it shows one. */
    private Optional<Anomaly> shown(Answer.AnswerOrder shown) {
        long number = shown.number();
        var order = state.order(number, world);
        if (order.isPresent()
                && order.get().customer().name().equals(operation.request().user())) {
            return ownShown(order.get(), shown);
        }
        if (order.isPresent()) {
            return Optional.of(wrong("order %d of another user is shown".formatted(number)));
        }
        if (survey.isAcknowledged(number)) {
            return Optional.of(
                    wrong("order %d is shown, but does not exist at update %d".formatted(number, updateNumber())));
        }
        return Optional.of(new Anomaly.Unexplained(
                number, () -> "%s: order %d is shown, but no request explains it".formatted(label, number)));
    }

    private Optional<Anomaly> ownShown(ModelOrder order, Answer.AnswerOrder shown) {
        if (shown.state() != Answer.OrderState.ACTIVE || !world.isCancelled(order)) {
            return Optional.empty();
        }
        return Optional.of(lost(
                order.cancelledBy(), "order %d is shown as active, but it is cancelled".formatted(order.number())));
    }

    private Anomaly notShown(long number) {
        var placedBy = state.order(number, world).map(ModelOrder::placedBy).orElse(OptionalInt.empty());
        return lost(placedBy, "order %d is not shown".formatted(number));
    }

    /** The loss of an update, if it was acknowledged before the page was asked for; else a wrong answer. */
    private Anomaly lost(OptionalInt update, String what) {
        if (update.isEmpty() || !times.isAcknowledgedBefore(update.getAsInt(), operation.start())) {
            return wrong(what);
        }
        int line = times.line(update.getAsInt());
        return new Anomaly.LostUpdate(
                line,
                () -> "%s: %s; the update of line %d, acknowledged earlier, is lost".formatted(label, what, line));
    }

    private Anomaly wrong(String what) {
        return new Anomaly.WrongAnswer(CheckMetric.WRONG_RESPONSES, () -> "%s: %s".formatted(label, what));
    }

    private long updateNumber() {
        return operation.time().map(LogicalTime::updateNumber).orElse(0L);
    }

    /** The orders of a page by their numbers; none of an answer of another kind. */
    private static Map<Long, Answer.AnswerOrder> orders(Answer page) {
        var orders = new LinkedHashMap<Long, Answer.AnswerOrder>();
        if (page instanceof Answer.OrderPage shown) {
            shown.orders().forEach(order -> orders.put(order.number(), order));
        }
        return orders;
    }
}
