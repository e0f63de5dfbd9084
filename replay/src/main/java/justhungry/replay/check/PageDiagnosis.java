package justhungry.replay.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.Map;
import justhungry.replay.check.history.History;
import justhungry.replay.check.history.Operation;
import justhungry.replay.check.model.Placed;
import justhungry.replay.check.model.Shop;
import justhungry.replay.check.model.World;

/** A classifier of wrong pages of orders. */
final class PageDiagnosis {
    private final History history;
    private final Shop shop;
    private final Findings findings;

    PageDiagnosis(History history, Shop shop, Findings findings) {
        this.history = history;
        this.shop = shop;
        this.findings = findings;
    }

    /** Classifies a page that is not the expected one. */
    void judge(Operation operation, JsonObject expected, World world, int limit) {
        var said = orders(operation.response());
        boolean explained = false;
        for (var shown : said.entrySet()) {
            explained |= judgeShown(operation, shown.getKey(), shown.getValue(), world);
        }
        long lowest = said.size() < limit
                ? 0
                : said.keySet().stream().min(Long::compare).orElse(0L);
        for (var number : orders(expected).keySet()) {
            explained |= number >= lowest && !said.containsKey(number) && judgeLacking(operation, number, world);
        }
        if (!explained) {
            var difference = Difference.first(expected, operation.response()).orElseThrow();
            wrong(operation, difference.words());
        }
    }

    /** Classifies an order that is shown; returns whether it is an error. */
    private boolean judgeShown(Operation operation, long number, JsonObject shown, World world) {
        var order = shop.order(number, world);
        if (order.isPresent() && order.get().customer().name().equals(operation.user())) {
            return judgeOwn(operation, order.get(), shown, world);
        }
        if (order.isPresent()) {
            wrong(operation, "order %d of another user is shown".formatted(number));
        } else if (history.acknowledged(number)) {
            wrong(operation, "order %d is shown, but does not exist at update %d".formatted(number, turn(operation)));
        } else {
            findings.placedTwice(
                    number,
                    () -> "%s: order %d is shown, but no request explains it".formatted(operation.words(), number));
        }
        return true;
    }

    private boolean judgeOwn(Operation operation, Placed order, JsonObject shown, World world) {
        boolean isActive = shown.get("status") instanceof JsonPrimitive status
                && status.getAsString().equals("ACTIVE");
        if (!isActive || !world.isCancelled(order)) {
            return false;
        }
        missing(operation, order.cancelledBy(), "order %d is shown as active, but it is cancelled", order.number());
        return true;
    }

    private boolean judgeLacking(Operation operation, long number, World world) {
        int by = shop.order(number, world).map(Placed::placedBy).orElse(Placed.NOT_ACKNOWLEDGED);
        missing(operation, by, "order %d is not shown", number);
        return true;
    }

    private void missing(Operation operation, int update, String form, long number) {
        var what = form.formatted(number);
        if (history.isAcknowledgedBefore(update, operation.start())) {
            findings.missing(
                    update,
                    () -> "%s: %s; line %d was acknowledged before"
                            .formatted(operation.words(), what, History.line(update)));
        } else {
            wrong(operation, what);
        }
    }

    private void wrong(Operation operation, String what) {
        findings.found(Figure.WRONG_RESPONSES, () -> "%s: %s".formatted(operation.words(), what));
    }

    private long turn(Operation operation) {
        return operation.stamp() == null ? 0 : operation.stamp().turn();
    }

    /** The orders of a page by their numbers. */
    private static Map<Long, JsonObject> orders(JsonObject page) {
        var orders = new LinkedHashMap<Long, JsonObject>();
        if (page.get("orders") instanceof JsonArray array) {
            for (var element : array) {
                if (element instanceof JsonObject order) {
                    orders.put(Operation.number(order.get("id")), order);
                }
            }
        }
        return orders;
    }
}
