package justhungry.cli.terminal;

import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.cli.console.Console;
import justhungry.cli.console.Tone;
import justhungry.cli.text.Receipt;

/** The dialogue that cancels an active order. */
final class CancelDialogue {
    private static final int MOST_SHOWN = 20;

    private final Console console;
    private final Ask ask;
    private final Requests requests;

    CancelDialogue(Console console, Requests requests) {
        this.console = console;
        this.ask = new Ask(console);
        this.requests = requests;
    }

    void run() {
        var active = requests.expect(Response.Orders.class, new Request.ViewActive(null, MOST_SHOWN));
        if (active.orders().isEmpty()) {
            console.say("You have no active orders.");
            return;
        }
        show(active);
        var order = askWhich(active);
        if (ask.yesOrNo("Cancel order %s?".formatted(order))) {
            var cancelled = requests.expect(Response.OrderCancelled.class, new Request.CancelOrder(order));
            console.say(
                    Tone.GOOD,
                    "Order %s is cancelled.".formatted(cancelled.order().id()));
        } else {
            console.say("Nothing was cancelled.");
        }
    }

    private void show(Response.Orders active) {
        console.say(Tone.HEADING, "Your active orders");
        for (var order : active.orders()) {
            console.say("  %s  %s  %s".formatted(order.id(), order.total(), Receipt.basketInWords(order)));
        }
        if (active.more()) {
            console.say("  and older ones: see the order history for their numbers");
        }
    }

    private OrderId askWhich(Response.Orders active) {
        var numbers =
                active.orders().stream().map(order -> order.id().toString()).toList();
        return ask.until("Order number: ", numbers, answer -> {
            var order = OrderId.parse(answer);
            if (!active.more() && !numbers.contains(order.toString())) {
                throw new IllegalArgumentException(
                        "there is no active order %s; you have: %s".formatted(order, String.join(", ", numbers)));
            }
            return order;
        });
    }
}
