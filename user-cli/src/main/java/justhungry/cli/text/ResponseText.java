package justhungry.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import justhungry.api.shop.Order;
import justhungry.api.shop.Response;

/** The text of responses, as lines for a person. */
public final class ResponseText {
    private static final int WIDTH = 100;

    private ResponseText() {}

    public static List<String> of(Response response) {
        if (response instanceof Response.Products products) {
            return new ProductTable(products.products(), WIDTH).lines();
        }
        if (response instanceof Response.BasketPrice price) {
            return Receipt.ofBasket(price.lines()).lines(WIDTH);
        }
        if (response instanceof Response.OrderPlaced placed) {
            return titled("Order %s is placed.".formatted(placed.order().id()), placed.order());
        }
        if (response instanceof Response.OrderCancelled cancelled) {
            return List.of("Order %s is cancelled.".formatted(cancelled.order().id()));
        }
        if (response instanceof Response.Orders orders) {
            return orders(orders);
        }
        return response instanceof Response.Refused refused
                ? List.of(refused.message())
                : List.of("Your details are saved.");
    }

    private static List<String> orders(Response.Orders page) {
        if (page.orders().isEmpty()) {
            return List.of("There are no orders.");
        }
        var lines = new ArrayList<String>();
        page.orders().forEach(order -> lines.addAll(titled(title(order), order)));
        if (page.more()) {
            var oldest = page.orders().get(page.orders().size() - 1).id();
            lines.add("For older orders, add: --before %s".formatted(oldest));
        }
        return lines;
    }

    /** The title of an order in a list: its id and its status. */
    public static String title(Order order) {
        return "Order %s, %s".formatted(order.id(), order.status().name().toLowerCase(Locale.ROOT));
    }

    private static List<String> titled(String title, Order order) {
        var lines = new ArrayList<String>();
        lines.add(title);
        lines.addAll(Receipt.of(order).lines(WIDTH));
        return lines;
    }
}
