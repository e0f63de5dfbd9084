package justhungry.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import justhungry.api.shop.Order;
import justhungry.api.shop.Response;

/** The text of responses, as lines for a person. */
public final class ResponseText implements Response.Visitor<List<String>> {
    private static final int WIDTH = 100;

    private ResponseText() {}

    public static List<String> of(Response response) {
        return response.accept(new ResponseText());
    }

    @Override
    public List<String> visit(Response.DetailsSaved saved) {
        return List.of("Your details are saved.");
    }

    @Override
    public List<String> visit(Response.OrderPlaced placed) {
        return titled("Order %s is placed.".formatted(placed.order().id()), placed.order());
    }

    @Override
    public List<String> visit(Response.OrderCancelled cancelled) {
        return List.of("Order %s is cancelled.".formatted(cancelled.order().id()));
    }

    @Override
    public List<String> visit(Response.Products products) {
        return new ProductTable(products.products(), WIDTH).lines();
    }

    @Override
    public List<String> visit(Response.BasketPrice price) {
        return Receipt.ofBasket(price.lines()).lines(WIDTH);
    }

    @Override
    public List<String> visit(Response.Refused refused) {
        return List.of(refused.message());
    }

    @Override
    public List<String> visit(Response.Orders page) {
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
