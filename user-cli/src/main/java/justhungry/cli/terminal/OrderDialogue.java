package justhungry.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Money;
import justhungry.api.shop.OrderLine;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.cli.console.Console;
import justhungry.cli.console.TextStyle;
import justhungry.cli.text.Receipt;
import justhungry.platform.text.TextColumns;

/** The dialogue that creates an order: details, products, review, delivery, tip, and one final confirmation. */
final class OrderDialogue {
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

    OrderDialogue(Console console, DialogueRequests requests, PersonKind kind) {
        this.console = console;
        this.prompt = new ConsolePrompt(console);
        this.requests = requests;
        this.details = new DetailsDialogue(console, requests, kind);
        this.basketDialogue = new BasketDialogue(console, basket);
    }

    /** Ends when an order is placed or abandoned. If anything else ends it, the basket is kept for the next time. */
    void run() {
        details.complete();
        confirmKeptBasket();
        boolean settled = false;
        while (!settled) {
            var catalogue = requests.products();
            var menu = new ProductMenu(catalogue.products());
            basketDialogue.show(menu);
            var lines = review(menu);
            settled = lines.isEmpty() || checkOut(lines, catalogue.deliveries());
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
            switch (prompt.read(
                    "y to check out, m for more, c to change, a to abandon the basket: ", OrderDialogue::parseReview)) {
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
    private boolean checkOut(List<OrderLine> lines, List<Delivery> deliveries) {
        var delivery = readDelivery(lines, deliveries);
        var tip = prompt.read("Tip, Enter for none: ", typed -> parseTip(typed, lines, delivery));
        console.print(TextStyle.HEADING, "Your order");
        Receipt.ofOrder(lines, delivery, tip).lines(console.columns()).forEach(console::print);
        if (prompt.yesOrNo("Place this order?")) {
            return place(new Request.PlaceOrder(basket.items(), delivery.code(), tip));
        }
        console.print("Nothing was ordered. Your basket is kept.");
        return true;
    }

    private Delivery readDelivery(List<OrderLine> lines, List<Delivery> deliveries) {
        console.print(TextStyle.HEADING, "Delivery");
        var numbers = new ArrayList<String>();
        for (var delivery : deliveries) {
            numbers.add(String.valueOf(numbers.size() + 1));
            var line = "  %d  %s, %s".formatted(numbers.size(), delivery.label(), Receipt.fee(delivery));
            TextColumns.wrap(line, console.columns()).forEach(console::print);
        }
        var choices = choices(numbers);
        return prompt.read(choices + ": ", typed -> {
            if (!numbers.contains(typed)) {
                throw new IllegalArgumentException("please answer " + choices);
            }
            var delivery = deliveries.get(numbers.indexOf(typed));
            Receipt.total(lines, delivery, Money.ZERO); // refuses a total that is too big
            return delivery;
        });
    }

    /** Numbers in words, like {@code 1, 2 or 3}. */
    private static String choices(List<String> numbers) {
        int last = numbers.size() - 1;
        return last < 1
                ? String.join("", numbers)
                : String.join(", ", numbers.subList(0, last)) + " or " + numbers.get(last);
    }

    private boolean place(Request.PlaceOrder request) {
        var response = requests.send(request);
        var refusal = response.refusal();
        if (refusal.isPresent()) {
            requests.report(refusal.get());
            var reason = refusal.get().reason();
            if (reason == RefusalReason.NO_DETAILS) {
                details.markUnsaved(); // they are asked for at the next order
            }
            return !canBeCorrected(reason);
        }
        var order = ((Response.OrderPlaced) response).order();
        basket.clear();
        console.print(TextStyle.GOOD, "Order %s is placed: %s in all.".formatted(order.id(), order.total()));
        return true;
    }

    /** Whether another basket may be accepted. */
    private static boolean canBeCorrected(RefusalReason reason) {
        return switch (reason) {
            case OUT_OF_STOCK, UNKNOWN_PRODUCT, UNKNOWN_DELIVERY -> true;
            case UNKNOWN_ORDER, NOT_ACTIVE, NO_DETAILS, INVALID_POSTCODE, POSTCODE_UNCHECKED, INVALID, EXPIRED -> false;
        };
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

    private static Money parseTip(String typed, List<OrderLine> lines, Delivery delivery) {
        var tip = typed.isEmpty() ? Money.ZERO : Money.parse(typed);
        Receipt.total(lines, delivery, tip); // refuses a total that is too big
        return tip;
    }
}
