package justhungry.cli.text;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Order;
import justhungry.api.shop.Response;
import justhungry.platform.text.TextColumns;

/** The text of responses, as lines for a person. */
public final class ResponseText implements Response.Visitor<List<String>> {
    private static final int WIDTH = 100;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    /** The line below the response to a request of whose postcode only the format was checked. */
    public static final String FORMAT_ONLY = "Only the format of the postcode was checked, not whether it exists.";

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
        var lines = new ArrayList<String>();
        lines.add("Order %s is placed.".formatted(placed.order().id()));
        lines.addAll(Receipt.of(placed.order()).lines(WIDTH));
        return lines;
    }

    @Override
    public List<String> visit(Response.OrderCancelled cancelled) {
        return List.of("Order %s is cancelled.".formatted(cancelled.order().id()));
    }

    @Override
    public List<String> visit(Response.Products products) {
        var lines = new ArrayList<>(new ProductTable(products.products(), WIDTH).lines());
        int codeWidth = TextColumns.widest(
                products.deliveries().stream().map(Delivery::code).toList());
        lines.add("Deliveries");
        products.deliveries()
                .forEach(delivery -> lines.add("  %s  %s, %s"
                        .formatted(
                                TextColumns.left(delivery.code(), codeWidth),
                                delivery.label(),
                                Receipt.fee(delivery))));
        return lines;
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
        for (var order : page.orders()) {
            lines.add(title(order));
            lines.add(placed(order));
            lines.addAll(Receipt.of(order).lines(WIDTH));
        }
        if (page.more()) {
            var oldest = page.orders().get(page.orders().size() - 1).id();
            lines.add("For older orders, add: --before %s".formatted(oldest));
        }
        return lines;
    }

    @Override
    public List<String> visit(Response.CustomerDetails customer) {
        var details = customer.details();
        return List.of(
                "First name  " + details.firstName(),
                "Last name   " + details.lastName(),
                "Phone       " + details.phone(),
                "Postcode    " + details.postcode(),
                "Address     " + details.address());
    }

    /** The title of an order in a list: its id and its status. */
    public static String title(Order order) {
        return "Order %s, %s".formatted(order.id(), order.status().name().toLowerCase(Locale.ROOT));
    }

    /** The line below the title of an order in a list: when it was placed, in the local time zone. */
    public static String placed(Order order) {
        return "  placed " + TIME.format(order.placedAt().atZone(ZoneId.systemDefault()));
    }
}
