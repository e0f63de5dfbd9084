package justhungry.cli.command;

import java.util.List;
import justhungry.api.codec.Limits;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import justhungry.platform.command.CliOptions;
import org.apache.commons.cli.Option;
import org.jspecify.annotations.Nullable;

/** The commands of single requests, in the order of the help. */
public final class RequestCommands {
    private static final Option ACTIVE = CliOptions.flag("active", "only active orders");
    private static final Option LIMIT = CliOptions.value(
            "limit",
            "N",
            "at most this many, 1 to %d (default: %d)"
                    .formatted(Limits.ORDERS_PER_PAGE, Limits.DEFAULT_ORDERS_PER_PAGE));
    private static final Option BEFORE = CliOptions.value("before", "ID", "only orders older than this one");

    private RequestCommands() {}

    public static List<CliCommand> all() {
        return List.of(products(), price(), new DetailsCommand(), orders(), show(), cancel());
    }

    private static CliCommand products() {
        return new RequestCommand(
                "products",
                "all products with price and stock, and the deliveries",
                "",
                List.of("products", "products --json"),
                List.of(CommonOptions.JSON),
                invocation -> {
                    invocation.requireNoArguments();
                    return new Request.ListProducts();
                });
    }

    private static CliCommand price() {
        return new RequestCommand(
                "price",
                "price of a basket, without delivery and tip",
                "PRODUCT=QUANTITY...",
                List.of("price apple=2 kale=1"),
                List.of(CommonOptions.JSON),
                invocation -> new Request.PriceBasket(ValueParser.basket(invocation.arguments())));
    }

    private static CliCommand orders() {
        return new RequestCommand(
                "orders",
                "your orders, newest first",
                "",
                List.of("orders", "orders --active --json", "orders --limit 5 --before 42"),
                List.of(ACTIVE, LIMIT, BEFORE, CommonOptions.JSON),
                RequestCommands::viewOrders);
    }

    private static CliCommand show() {
        return new RequestCommand(
                "show",
                "one of your orders, by its number",
                "ID",
                List.of("show 42", "show 42 --json"),
                List.of(CommonOptions.JSON),
                invocation -> new Request.ViewOrder(orderId(invocation)));
    }

    private static CliCommand cancel() {
        return new RequestCommand(
                "cancel",
                "cancels one of your orders, without asking",
                "ID",
                List.of("cancel 42"),
                List.of(CommonOptions.JSON),
                invocation -> new Request.CancelOrder(orderId(invocation)));
    }

    private static Request viewOrders(CommandInvocation invocation) throws UsageException {
        invocation.requireNoArguments();
        var limit = invocation.value(LIMIT).orElse(String.valueOf(Limits.DEFAULT_ORDERS_PER_PAGE));
        int orders = ValueParser.count("--limit", limit, Limits.ORDERS_PER_PAGE);
        @Nullable OrderId before = invocation.value(BEFORE).map(OrderId::parse).orElse(null);
        return invocation.has(ACTIVE) ? new Request.ViewActive(before, orders) : new Request.ViewOrders(before, orders);
    }

    private static OrderId orderId(CommandInvocation invocation) throws UsageException {
        return OrderId.parse(invocation.argument("give the number of one order, like 42"));
    }
}
