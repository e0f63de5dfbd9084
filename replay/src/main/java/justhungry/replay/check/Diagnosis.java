package justhungry.replay.check;

import com.google.gson.JsonObject;
import java.util.Optional;
import justhungry.api.shop.Request;
import justhungry.replay.check.history.History;
import justhungry.replay.check.history.Operation;
import justhungry.replay.check.model.Placed;
import justhungry.replay.check.model.Shop;
import justhungry.replay.check.model.World;

/**
 * A classifier of wrong responses by the kind of fault that they show. A wrong response counts in one figure; only a
 * page of orders that lacks or shows several orders counts each of them.
 */
final class Diagnosis {
    private final History history;
    private final Shop shop;
    private final Findings findings;
    private final PageDiagnosis pages;

    Diagnosis(History history, Shop shop, Findings findings) {
        this.history = history;
        this.shop = shop;
        this.findings = findings;
        this.pages = new PageDiagnosis(history, shop, findings);
    }

    /** Classifies a response that is right in no possible world; the expected one is that of one of these worlds. */
    void judge(Operation operation, JsonObject expected, World world) {
        if (!operation.status().equals(expected.get("status").getAsString())
                || !reason(operation.response()).equals(reason(expected))) {
            judgeOutcome(operation, expected, world);
        } else if (operation.request() instanceof Request.ViewOrders view) {
            pages.judge(operation, expected, world, view.limit());
        } else if (operation.request() instanceof Request.ViewActive view) {
            pages.judge(operation, expected, world, view.limit());
        } else {
            judgeContent(operation, expected);
        }
    }

    private void judgeOutcome(Operation operation, JsonObject expected, World world) {
        var sentence = "%s: expected %s, got %s"
                .formatted(operation.words(), outcome(expected), outcome(operation.response()));
        var lost = lostBefore(operation, world);
        if (lost.isPresent()) {
            findings.missing(
                    lost.get(),
                    () -> "%s; line %d was acknowledged before".formatted(sentence, History.line(lost.get())));
        } else {
            boolean oversold = operation.isOk() && reason(expected).equals("OUT_OF_STOCK");
            findings.found(oversold ? Figure.STOCK_WRONG : Figure.WRONG_RESPONSES, () -> sentence);
        }
    }

    /** The acknowledged update that was lost, when that is why a request was refused. */
    private Optional<Integer> lostBefore(Operation operation, World world) {
        if (operation.isRefused("NO_DETAILS")) {
            var customer = shop.customer(operation.user());
            return Optional.of(customer.detailsSavedBy())
                    .filter(by -> history.isAcknowledgedBefore(by, operation.start()));
        }
        if (operation.isRefused("UNKNOWN_ORDER") && operation.request() instanceof Request.CancelOrder cancel) {
            return shop.order(cancel.order().number(), world)
                    .filter(order -> order.customer().name().equals(operation.user()))
                    .map(Placed::placedBy)
                    .filter(by -> history.isAcknowledgedBefore(by, operation.start()));
        }
        return Optional.empty();
    }

    private void judgeContent(Operation operation, JsonObject expected) {
        var difference = Difference.first(expected, operation.response()).orElseThrow();
        boolean isStock = difference.path().matches("/products/[0-9]+/stock");
        findings.found(
                isStock ? Figure.STOCK_WRONG : Figure.WRONG_RESPONSES,
                () -> "%s: %s".formatted(operation.words(), difference.words()));
    }

    private static String outcome(JsonObject response) {
        var reason = reason(response);
        return reason.isEmpty() ? response.get("status").getAsString() : "refused " + reason;
    }

    private static String reason(JsonObject response) {
        return response.has("reason") ? response.get("reason").getAsString() : "";
    }
}
