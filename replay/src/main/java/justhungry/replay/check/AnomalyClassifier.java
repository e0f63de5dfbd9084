package justhungry.replay.check;

import java.util.List;
import java.util.OptionalInt;
import justhungry.api.shop.RefusalReason;
import justhungry.replay.check.engine.Anomaly;
import justhungry.replay.check.engine.CheckMetric;
import justhungry.replay.check.engine.HistoryOperation;
import justhungry.replay.check.engine.OperationTimes;
import justhungry.replay.check.history.Answer;
import justhungry.replay.check.history.JsonDiff;
import justhungry.replay.check.history.UserRequest;
import justhungry.replay.check.model.AssumedEffects;
import justhungry.replay.check.model.ModelState;
import justhungry.replay.check.rule.RequestRule;

/**
 * A classifier of wrong answers by the kind of fault that they show. A wrong answer counts in one figure; only a page of
 * orders that lacks or shows several orders counts each of them.
 */
final class AnomalyClassifier {
    private final ShopSurvey survey;
    private final ModelState state;
    private final OperationTimes times;

    AnomalyClassifier(ShopSurvey survey, ModelState state, OperationTimes times) {
        this.survey = survey;
        this.state = state;
        this.times = times;
    }

    /** Classifies an answer that is right in no possible world; the expected one is that of one of these worlds. */
    List<Anomaly> classify(
            HistoryOperation<UserRequest, Answer> operation, RequestRule rule, Answer expected, AssumedEffects world) {
        var label = label(operation, rule);
        if (!expected.outcome().equals(operation.answer().outcome())) {
            return List.of(outcome(operation, rule, expected, world, label));
        }
        if (rule.pageSize().isPresent()) {
            return new PageClassifier(survey, state, times, operation, label, world)
                    .classify(expected, rule.pageSize().getAsInt());
        }
        return List.of(content(operation.answer(), expected, label));
    }

    private Anomaly outcome(
            HistoryOperation<UserRequest, Answer> operation,
            RequestRule rule,
            Answer expected,
            AssumedEffects world,
            String label) {
        var sentence = "%s: expected %s, got %s"
                .formatted(label, expected.outcome(), operation.answer().outcome());
        var lost = lostUpdate(operation, rule, world);
        if (lost.isPresent()) {
            int line = times.line(lost.getAsInt());
            return new Anomaly.LostUpdate(
                    line, () -> "%s; the update of line %d, acknowledged earlier, is lost".formatted(sentence, line));
        }
        boolean oversold = operation.answer().isOk() && expected.isRefused(RefusalReason.OUT_OF_STOCK);
        return new Anomaly.WrongAnswer(
                oversold ? CheckMetric.STOCK_WRONG : CheckMetric.WRONG_RESPONSES, () -> sentence);
    }

    /** The acknowledged update that was lost, when that is why a request was refused. */
    private OptionalInt lostUpdate(
            HistoryOperation<UserRequest, Answer> operation, RequestRule rule, AssumedEffects world) {
        var needed = operation.answer().isRefused(RefusalReason.NO_DETAILS)
                ? state.customer(operation.request().user()).detailsSavedBy()
                : rule.lostUpdate(operation.answer(), world);
        return needed.stream()
                .filter(by -> times.isAcknowledgedBefore(by, operation.start()))
                .findFirst();
    }

    private static Anomaly content(Answer actual, Answer expected, String label) {
        var difference = JsonDiff.first(expected, actual).orElseThrow();
        return new Anomaly.WrongAnswer(
                isStock(expected, actual) ? CheckMetric.STOCK_WRONG : CheckMetric.WRONG_RESPONSES,
                () -> "%s: %s".formatted(label, difference.label()));
    }

    /** Whether the first difference of two answers is a product's stock. */
    private static boolean isStock(Answer expected, Answer actual) {
        if (!(expected instanceof Answer.ProductList right && actual instanceof Answer.ProductList wrong)) {
            return false;
        }
        for (int i = 0; i < Math.min(right.products().size(), wrong.products().size()); i++) {
            var one = right.products().get(i);
            var other = wrong.products().get(i);
            if (!one.equals(other)) {
                return one.name().equals(other.name()) && one.price() == other.price();
            }
        }
        return false;
    }

    /** The line and the request, for people. */
    private static String label(HistoryOperation<UserRequest, Answer> operation, RequestRule rule) {
        var request = operation.request();
        return "line %d, %s of %s%s"
                .formatted(operation.line(), request.request().operation(), request.user(), rule.arguments());
    }
}
