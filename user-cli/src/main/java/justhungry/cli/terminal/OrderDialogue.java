package justhungry.cli.terminal;

import java.util.List;
import java.util.Locale;
import justhungry.api.shop.DeliveryOption;
import justhungry.api.shop.Money;
import justhungry.api.shop.OrderLine;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.cli.console.Console;
import justhungry.cli.console.TextStyle;
import justhungry.cli.text.Receipt;

/** The dialogue that creates an order: details, products, review, delivery, tip, and one final confirmation. */
final class OrderDialogue {
    private static final List<DeliveryOption> DELIVERIES =
            List.of(DeliveryOption.TWO_HOURS, DeliveryOption.SAME_DAY, DeliveryOption.NEXT_DAY);

    private enum Review {
        CONFIRMED,
        MORE,
        CHANGE,
        ABANDON
    }

    private final Console console;
    private final ConsolePrompt prompt;
    private final DialogueRequests requests;
    private final DetailsDialogue details;
    private final ShoppingBasket basket = new ShoppingBasket();
    private final BasketDialogue basketDialogue;

    OrderDialogue(Console console, DialogueRequests requests) {
        this.console = console;
        this.prompt = new ConsolePrompt(console);
        this.requests = requests;
        this.details = new DetailsDialogue(console, requests);
        this.basketDialogue = new BasketDialogue(console, basket);
    }

    /** Ends when an order is placed or abandoned. If anything else ends it, the basket is kept for the next time. */
    void run() {
        details.complete();
        confirmKeptBasket();
        boolean settled = false;
        while (!settled) {
            var menu = new ProductMenu(requests.products());
            basketDialogue.show(menu);
            var lines = review(menu);
            settled = lines.isEmpty() || checkOut(lines);
        }
    }

    private void confirmKeptBasket() {
        if (!basket.isEmpty()) {
            console.print("Your basket was kept: " + basket);
            if (!prompt.yesOrNo("Continue with it?")) {
                basket.clear();
            }
        }
    }

    /** The priced lines that the person has confirmed; empty when the order was abandoned. */
    private List<OrderLine> review(ProductMenu menu) {
        while (true) {
            if (basket.isEmpty()) {
                basketDialogue.fill(menu);
            }
            var price = requests.price(basket.items());
            console.print(TextStyle.HEADING, "Your basket");
            Receipt.ofBasket(price.lines()).lines(console.columns()).forEach(console::print);
            switch (prompt.read("y to order, m for more, c to change, a to abandon: ", OrderDialogue::parseReview)) {
                case CONFIRMED -> {
                    return price.lines();
                }
                case MORE -> basketDialogue.fill(menu);
                case CHANGE -> basketDialogue.change(menu);
                case ABANDON -> {
                    abandon();
                    return List.of();
                }
            }
        }
    }

    /** Whether this ends the dialogue; if not, the basket has to be reviewed again. */
    private boolean checkOut(List<OrderLine> lines) {
        var delivery = readDelivery(lines);
        var tip = prompt.read("Tip, Enter for none: ", typed -> parseTip(typed, lines, delivery));
        console.print(TextStyle.HEADING, "Your order");
        Receipt.ofOrder(lines, delivery, tip).lines(console.columns()).forEach(console::print);
        if (prompt.yesOrNo("Place this order?")) {
            return place(new Request.PlaceOrder(basket.items(), delivery, tip));
        }
        console.print("Nothing was ordered. Your basket is kept.");
        return true;
    }

    private DeliveryOption readDelivery(List<OrderLine> lines) {
        console.print(TextStyle.HEADING, "Delivery");
        for (int i = 0; i < DELIVERIES.size(); i++) {
            var delivery = DELIVERIES.get(i);
            console.print("  %d  %s, %s".formatted(i + 1, delivery.label(), Receipt.fee(delivery)));
        }
        return prompt.read("1, 2 or 3: ", typed -> parseDelivery(typed, lines));
    }

    private boolean place(Request.PlaceOrder request) {
        var response = requests.send(request);
        var refusal = response.refusal();
        if (refusal.isPresent()) {
            requests.report(refusal.get());
            return !canBeCorrected(refusal.get().reason());
        }
        var order = ((Response.OrderPlaced) response).order();
        basket.clear();
        console.print(TextStyle.GOOD, "Order %s is placed: %s in all.".formatted(order.id(), order.total()));
        return true;
    }

    /** Whether another basket may be accepted; missing details are asked for at the next order. */
    private boolean canBeCorrected(RefusalReason reason) {
        if (reason == RefusalReason.NO_DETAILS) {
            details.markUnsaved();
        }
        return reason == RefusalReason.OUT_OF_STOCK || reason == RefusalReason.UNKNOWN_PRODUCT;
    }

    private void abandon() {
        basket.clear();
        console.print("Nothing was ordered, and your basket is empty.");
    }

    private static Review parseReview(String typed) {
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "y", "yes" -> Review.CONFIRMED;
            case "m", "more" -> Review.MORE;
            case "c", "change" -> Review.CHANGE;
            case "a", "abandon" -> Review.ABANDON;
            default -> throw new IllegalArgumentException("please answer y, m, c or a");
        };
    }

    private static DeliveryOption parseDelivery(String typed, List<OrderLine> lines) {
        if (!typed.matches("[1-3]")) {
            throw new IllegalArgumentException("please answer 1, 2 or 3");
        }
        var delivery = DELIVERIES.get(Integer.parseInt(typed) - 1);
        Receipt.total(lines, delivery, Money.ZERO); // refuses a total that is too big
        return delivery;
    }

    private static Money parseTip(String typed, List<OrderLine> lines, DeliveryOption delivery) {
        var tip = typed.isEmpty() ? Money.ZERO : Money.parse(typed);
        Receipt.total(lines, delivery, tip); // refuses a total that is too big
        return tip;
    }
}
