package justhungry.cli.terminal;

import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.cli.console.Console;
import justhungry.cli.console.TextStyle;
import justhungry.cli.text.Receipt;

/** The dialogue that cancels an active order. */
final class CancelDialogue {
    private static final int MAX_SHOWN = 20;

    private final Console console;
    private final ConsolePrompt prompt;
    private final DialogueRequests requests;

    CancelDialogue(Console console, DialogueRequests requests) {
        this.console = console;
        this.prompt = new ConsolePrompt(console);
        this.requests = requests;
    }

    void run() {
        var active = requests.expect(Response.Orders.class, new Request.ViewActive(null, MAX_SHOWN));
        if (active.orders().isEmpty()) {
            console.print("You have no active orders.");
            return;
        }
        show(active);
        var order = readOrderId(active);
        if (prompt.yesOrNo("Cancel order %s?".formatted(order))) {
            var cancelled = requests.expect(Response.OrderCancelled.class, new Request.CancelOrder(order));
            console.print(
                    TextStyle.GOOD,
                    "Order %s is cancelled.".formatted(cancelled.order().id()));
        } else {
            console.print("Nothing was cancelled.");
        }
    }

    private void show(Response.Orders active) {
        console.print(TextStyle.HEADING, "Your active orders");
        for (var order : active.orders()) {
            console.print("  %s  %s  %s".formatted(order.id(), order.total(), Receipt.basketSummary(order)));
        }
        if (active.more()) {
            console.print("  and older ones: see the order history for their numbers");
        }
    }

    private OrderId readOrderId(Response.Orders active) {
        var numbers =
                active.orders().stream().map(order -> order.id().toString()).toList();
        return prompt.read("Order number: ", numbers, answer -> {
            var order = OrderId.parse(answer);
            if (!active.more() && !numbers.contains(order.toString())) {
                throw new IllegalArgumentException(
                        "there is no active order %s; you have: %s".formatted(order, String.join(", ", numbers)));
            }
            return order;
        });
    }
}
