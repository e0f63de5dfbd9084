package justhungry.replay.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.Map;
import justhungry.replay.check.history.History;
import justhungry.replay.check.history.HistoryOperation;
import justhungry.replay.check.model.ModelOrder;
import justhungry.replay.check.model.ModelState;
import justhungry.replay.check.model.World;

/** A classifier of wrong pages of orders. */
final class PageClassifier {
    private final History history;
    private final ModelState state;
    private final AnomalyCounts anomalies;

    PageClassifier(History history, ModelState shop, AnomalyCounts findings) {
        this.history = history;
        this.state = shop;
        this.anomalies = findings;
    }

    /** Classifies a page that is not the expected one. */
    void classify(HistoryOperation operation, JsonObject expected, World world, int limit) {
        var said = orders(operation.response());
        boolean explained = false;
        for (var shown : said.entrySet()) {
            explained |= classifyShown(operation, shown.getKey(), shown.getValue(), world);
        }
        long lowest = said.size() < limit
                ? 0
                : said.keySet().stream().min(Long::compare).orElse(0L);
        for (var number : orders(expected).keySet()) {
            explained |= number >= lowest && !said.containsKey(number) && classifyMissing(operation, number, world);
        }
        if (!explained) {
            var difference = JsonDiff.first(expected, operation.response()).orElseThrow();
            wrong(operation, difference.label());
        }
    }

    /** Classifies an order that is shown; returns whether it is an error. */
    private boolean classifyShown(HistoryOperation operation, long number, JsonObject shown, World world) {
        var order = state.order(number, world);
        if (order.isPresent() && order.get().customer().name().equals(operation.user())) {
            return classifyOwn(operation, order.get(), shown, world);
        }
        if (order.isPresent()) {
            wrong(operation, "order %d of another user is shown".formatted(number));
        } else if (history.acknowledged(number)) {
            wrong(
                    operation,
                    "order %d is shown, but does not exist at update %d".formatted(number, updateNumber(operation)));
        } else {
            anomalies.placedTwice(
                    number,
                    () -> "%s: order %d is shown, but no request explains it".formatted(operation.label(), number));
        }
        return true;
    }

    private boolean classifyOwn(HistoryOperation operation, ModelOrder order, JsonObject shown, World world) {
        boolean isActive = shown.get("status") instanceof JsonPrimitive status
                && status.getAsString().equals("ACTIVE");
        if (!isActive || !world.isCancelled(order)) {
            return false;
        }
        missing(operation, order.cancelledBy(), "order %d is shown as active, but it is cancelled", order.number());
        return true;
    }

    private boolean classifyMissing(HistoryOperation operation, long number, World world) {
        int by = state.order(number, world).map(ModelOrder::placedBy).orElse(ModelOrder.NOT_ACKNOWLEDGED);
        missing(operation, by, "order %d is not shown", number);
        return true;
    }

    private void missing(HistoryOperation operation, int update, String form, long number) {
        var what = form.formatted(number);
        if (history.isAcknowledgedBefore(update, operation.start())) {
            anomalies.missing(
                    update,
                    () -> "%s: %s; line %d was acknowledged before"
                            .formatted(operation.label(), what, History.line(update)));
        } else {
            wrong(operation, what);
        }
    }

    private void wrong(HistoryOperation operation, String what) {
        anomalies.report(CheckMetric.WRONG_RESPONSES, () -> "%s: %s".formatted(operation.label(), what));
    }

    private long updateNumber(HistoryOperation operation) {
        return operation.logicalTime() == null ? 0 : operation.logicalTime().updateNumber();
    }

    /** The orders of a page by their numbers. */
    private static Map<Long, JsonObject> orders(JsonObject page) {
        var orders = new LinkedHashMap<Long, JsonObject>();
        if (page.get("orders") instanceof JsonArray array) {
            for (var element : array) {
                if (element instanceof JsonObject order) {
                    orders.put(HistoryOperation.number(order.get("id")), order);
                }
            }
        }
        return orders;
    }
}
