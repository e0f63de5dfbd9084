package justhungry.replay.check;

import com.google.gson.JsonObject;
import java.util.Optional;
import justhungry.api.shop.Request;
import justhungry.replay.check.history.History;
import justhungry.replay.check.history.HistoryOperation;
import justhungry.replay.check.model.ModelOrder;
import justhungry.replay.check.model.ModelState;
import justhungry.replay.check.model.World;

/**
 * A classifier of wrong responses by the kind of fault that they show. A wrong response counts in one figure; only a
 * page of orders that lacks or shows several orders counts each of them.
 */
final class AnomalyClassifier {
    private final History history;
    private final ModelState state;
    private final AnomalyCounts anomalies;
    private final PageClassifier pages;

    AnomalyClassifier(History history, ModelState shop, AnomalyCounts findings) {
        this.history = history;
        this.state = shop;
        this.anomalies = findings;
        this.pages = new PageClassifier(history, shop, findings);
    }

    /** Classifies a response that is right in no possible world; the expected one is that of one of these worlds. */
    void classify(HistoryOperation operation, JsonObject expected, World world) {
        if (!operation.status().equals(expected.get("status").getAsString())
                || !reason(operation.response()).equals(reason(expected))) {
            classifyOutcome(operation, expected, world);
        } else if (operation.request() instanceof Request.ViewOrders view) {
            pages.classify(operation, expected, world, view.limit());
        } else if (operation.request() instanceof Request.ViewActive view) {
            pages.classify(operation, expected, world, view.limit());
        } else {
            classifyContent(operation, expected);
        }
    }

    private void classifyOutcome(HistoryOperation operation, JsonObject expected, World world) {
        var sentence = "%s: expected %s, got %s"
                .formatted(operation.label(), outcome(expected), outcome(operation.response()));
        var lost = lostUpdate(operation, world);
        if (lost.isPresent()) {
            anomalies.missing(
                    lost.get(),
                    () -> "%s; line %d was acknowledged before".formatted(sentence, History.line(lost.get())));
        } else {
            boolean oversold = operation.isOk() && reason(expected).equals("OUT_OF_STOCK");
            anomalies.report(oversold ? CheckMetric.STOCK_WRONG : CheckMetric.WRONG_RESPONSES, () -> sentence);
        }
    }

    /** The acknowledged update that was lost, when that is why a request was refused. */
    private Optional<Integer> lostUpdate(HistoryOperation operation, World world) {
        if (operation.isRefused("NO_DETAILS")) {
            var customer = state.customer(operation.user());
            return Optional.of(customer.detailsSavedBy())
                    .filter(by -> history.isAcknowledgedBefore(by, operation.start()));
        }
        if (operation.isRefused("UNKNOWN_ORDER") && operation.request() instanceof Request.CancelOrder cancel) {
            return state.order(cancel.order().number(), world)
                    .filter(order -> order.customer().name().equals(operation.user()))
                    .map(ModelOrder::placedBy)
                    .filter(by -> history.isAcknowledgedBefore(by, operation.start()));
        }
        return Optional.empty();
    }

    private void classifyContent(HistoryOperation operation, JsonObject expected) {
        var difference = JsonDiff.first(expected, operation.response()).orElseThrow();
        boolean isStock = difference.path().matches("/products/[0-9]+/stock");
        anomalies.report(
                isStock ? CheckMetric.STOCK_WRONG : CheckMetric.WRONG_RESPONSES,
                () -> "%s: %s".formatted(operation.label(), difference.label()));
    }

    private static String outcome(JsonObject response) {
        var reason = reason(response);
        return reason.isEmpty() ? response.get("status").getAsString() : "refused " + reason;
    }

    private static String reason(JsonObject response) {
        return response.has("reason") ? response.get("reason").getAsString() : "";
    }
}
