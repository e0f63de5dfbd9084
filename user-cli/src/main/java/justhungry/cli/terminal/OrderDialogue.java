package justhungry.cli.terminal;

import java.util.List;
import java.util.Locale;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Line;
import justhungry.api.shop.Money;
import justhungry.api.shop.Reason;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.cli.console.Console;
import justhungry.cli.console.Tone;
import justhungry.cli.text.Receipt;

/** The dialogue that creates an order: details, products, review, delivery, tip, and one final confirmation. */
final class OrderDialogue {
    private static final List<Delivery> DELIVERIES = List.of(Delivery.TWO_HOURS, Delivery.SAME_DAY, Delivery.NEXT_DAY);

    private enum Review {
        CONFIRMED,
        MORE,
        CHANGE,
        ABANDON
    }

    private final Console console;
    private final Ask ask;
    private final Requests requests;
    private final DetailsDialogue details;
    private final Basket basket = new Basket();
    private final BasketDialogue filling;

    OrderDialogue(Console console, Requests requests) {
        this.console = console;
        this.ask = new Ask(console);
        this.requests = requests;
        this.details = new DetailsDialogue(console, requests);
        this.filling = new BasketDialogue(console, basket);
    }

    /** Ends when an order is placed or abandoned. If anything else ends it, the basket is kept for the next time. */
    void run() {
        details.settle();
        askAboutKeptBasket();
        boolean settled = false;
        while (!settled) {
            var menu = new Shelf(requests.products());
            filling.show(menu);
            var lines = review(menu);
            settled = lines.isEmpty() || checkOut(lines);
        }
    }

    private void askAboutKeptBasket() {
        if (!basket.isEmpty()) {
            console.say("Your basket was kept: " + basket);
            if (!ask.yesOrNo("Continue with it?")) {
                basket.clear();
            }
        }
    }

    /** The priced lines that the person has confirmed; empty when the order was abandoned. */
    private List<Line> review(Shelf menu) {
        while (true) {
            if (basket.isEmpty()) {
                filling.fill(menu);
            }
            var price = requests.price(basket.items());
            console.say(Tone.HEADING, "Your basket");
            Receipt.ofBasket(price.lines()).lines(console.columns()).forEach(console::say);
            switch (ask.until("y to order, m for more, c to change, a to give up: ", OrderDialogue::reviewed)) {
                case CONFIRMED -> {
                    return price.lines();
                }
                case MORE -> filling.fill(menu);
                case CHANGE -> filling.change(menu);
                case ABANDON -> {
                    abandon();
                    return List.of();
                }
            }
        }
    }

    /** Whether this ends the dialogue; if not, the basket has to be reviewed again. */
    private boolean checkOut(List<Line> lines) {
        var delivery = askDelivery(lines);
        var tip = ask.until("Tip, Enter for none: ", typed -> tip(typed, lines, delivery));
        console.say(Tone.HEADING, "Your order");
        Receipt.ofOrder(lines, delivery, tip).lines(console.columns()).forEach(console::say);
        if (ask.yesOrNo("Place this order?")) {
            return place(new Request.PlaceOrder(basket.items(), delivery, tip));
        }
        console.say("Nothing was ordered. Your basket is kept.");
        return true;
    }

    private Delivery askDelivery(List<Line> lines) {
        console.say(Tone.HEADING, "Delivery");
        for (int i = 0; i < DELIVERIES.size(); i++) {
            var delivery = DELIVERIES.get(i);
            console.say("  %d  %s, %s".formatted(i + 1, delivery.words(), Receipt.fee(delivery)));
        }
        return ask.until("1, 2 or 3: ", typed -> delivery(typed, lines));
    }

    private boolean place(Request.PlaceOrder request) {
        var response = requests.respond(request);
        if (response instanceof Response.OrderPlaced placed) {
            basket.clear();
            var order = placed.order();
            console.say(Tone.GOOD, "Order %s is placed: %s in all.".formatted(order.id(), order.total()));
            return true;
        }
        if (response instanceof Response.Refused refused) {
            requests.tell(refused);
            return !canBeCorrected(refused.reason());
        }
        throw new IllegalStateException("not an answer to an order: " + response);
    }

    /** Whether another basket may be accepted; missing details are asked for at the next order. */
    private boolean canBeCorrected(Reason reason) {
        if (reason == Reason.NO_DETAILS) {
            details.forgetThatTheyAreSaved();
        }
        return reason == Reason.OUT_OF_STOCK || reason == Reason.UNKNOWN_PRODUCT;
    }

    private void abandon() {
        basket.clear();
        console.say("Nothing was ordered, and your basket is empty.");
    }

    private static Review reviewed(String typed) {
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "y", "yes" -> Review.CONFIRMED;
            case "m", "more" -> Review.MORE;
            case "c", "change" -> Review.CHANGE;
            case "a", "abandon" -> Review.ABANDON;
            default -> throw new IllegalArgumentException("please answer y, m, c or a");
        };
    }

    private static Delivery delivery(String typed, List<Line> lines) {
        if (!typed.matches("[1-3]")) {
            throw new IllegalArgumentException("please answer 1, 2 or 3");
        }
        var delivery = DELIVERIES.get(Integer.parseInt(typed) - 1);
        Receipt.total(lines, delivery, Money.ZERO); // refuses a total that is too big
        return delivery;
    }

    private static Money tip(String typed, List<Line> lines, Delivery delivery) {
        var tip = typed.isEmpty() ? Money.ZERO : Money.parse(typed);
        Receipt.total(lines, delivery, tip); // refuses a total that is too big
        return tip;
    }
}
