package justhungry.cli.terminal;

import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.cli.console.Console;
import justhungry.cli.console.TextStyle;
import justhungry.cli.text.Receipt;
import justhungry.cli.text.ResponseText;
import justhungry.platform.text.SentenceFormat;
import org.jspecify.annotations.Nullable;

/** The dialogue that shows a person's orders, newest first, a page at a time. */
final class HistoryDialogue {
    private static final int ORDERS_PER_PAGE = 5;

    private final Console console;
    private final ConsolePrompt prompt;
    private final DialogueRequests requests;

    HistoryDialogue(Console console, DialogueRequests requests) {
        this.console = console;
        this.prompt = new ConsolePrompt(console);
        this.requests = requests;
    }

    void run() {
        var page = page(null);
        if (page.orders().isEmpty()) {
            console.print("You have no orders yet.");
        }
        page.orders().forEach(this::show);
        while (page.more() && prompt.noUnlessYes("Older orders?")) {
            page = page(page.orders().get(page.orders().size() - 1).id());
            page.orders().forEach(this::show);
        }
    }

    /** Shows one order, by its number as it was typed. */
    void runFor(String number) {
        OrderId id;
        try {
            id = OrderId.parse(number);
        } catch (IllegalArgumentException e) {
            console.print(TextStyle.BAD, SentenceFormat.of(String.valueOf(e.getMessage())));
            return;
        }
        requests.expect(Response.Orders.class, new Request.ViewOrder(id))
                .orders()
                .forEach(this::show);
    }

    private Response.Orders page(@Nullable OrderId before) {
        return requests.expect(Response.Orders.class, new Request.ViewOrders(before, ORDERS_PER_PAGE));
    }

    private void show(Order order) {
        console.print(TextStyle.HEADING, ResponseText.title(order));
        console.print(ResponseText.placed(order));
        Receipt.of(order).lines(console.columns()).forEach(console::print);
    }
}
