package justhungry.cli.command;

import java.util.List;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import org.apache.commons.cli.Option;
import org.jspecify.annotations.Nullable;

/** The commands that send one request. */
public final class OneShots {
    private static final int USUAL_PAGE = 20;

    private static final Option FIRST_NAME = CommonOptions.value("first-name", "NAME", "first name");
    private static final Option LAST_NAME = CommonOptions.value("last-name", "NAME", "last name");
    private static final Option PHONE = CommonOptions.value("phone", "NUMBER", "phone number, digits and hyphens");
    private static final Option POSTCODE =
            CommonOptions.value("postcode", "POSTCODE", "postcode, checked by the cluster");
    private static final Option ADDRESS = CommonOptions.value("address", "TEXT", "delivery address");
    private static final Option ACTIVE = CommonOptions.flag("active", "only active orders");
    private static final Option LIMIT = CommonOptions.value("limit", "N", "at most this many, 1 to 100 (default: 20)");
    private static final Option BEFORE = CommonOptions.value("before", "ID", "only orders older than this one");

    private OneShots() {}

    public static List<Command> all() {
        return List.of(products(), price(), details(), orders(), cancel());
    }

    private static Command products() {
        return new OneShot(
                "products",
                "all products with price and stock",
                "",
                List.of("products", "products --json"),
                List.of(CommonOptions.JSON),
                invocation -> {
                    invocation.takesNoArguments();
                    return new Request.ListProducts();
                });
    }

    private static Command price() {
        return new OneShot(
                "price",
                "price of a basket, without delivery and tip",
                "PRODUCT=QUANTITY...",
                List.of("price apple=2 kale=1"),
                List.of(CommonOptions.JSON),
                invocation -> new Request.PriceBasket(Values.basket(invocation.arguments())));
    }

    private static Command details() {
        return new OneShot(
                "details",
                "saves your contact details",
                "",
                List.of(
                        "details --first-name Ada --last-name Lovelace --phone 020-7946-0000 --postcode 'DH1 3LE' --address '1 Palace Green'"),
                List.of(FIRST_NAME, LAST_NAME, PHONE, POSTCODE, ADDRESS, CommonOptions.JSON),
                OneShots::saveDetails);
    }

    private static Command orders() {
        return new OneShot(
                "orders",
                "your orders, newest first",
                "",
                List.of("orders", "orders --active --json", "orders --limit 5 --before 42"),
                List.of(ACTIVE, LIMIT, BEFORE, CommonOptions.JSON),
                OneShots::viewOrders);
    }

    private static Command cancel() {
        return new OneShot(
                "cancel",
                "cancels one of your orders, without asking",
                "ID",
                List.of("cancel 42"),
                List.of(CommonOptions.JSON),
                OneShots::cancelOrder);
    }

    private static Request saveDetails(Invocation invocation) throws UsageException {
        invocation.takesNoArguments();
        return new Request.SaveDetails(new ContactDetails(
                invocation.required(FIRST_NAME),
                invocation.required(LAST_NAME),
                invocation.required(PHONE),
                invocation.required(POSTCODE),
                invocation.required(ADDRESS)));
    }

    private static Request viewOrders(Invocation invocation) throws UsageException {
        invocation.takesNoArguments();
        var limit = invocation.value(LIMIT).orElse(String.valueOf(USUAL_PAGE));
        int orders = Values.count("--limit", limit);
        @Nullable OrderId before = invocation.value(BEFORE).map(OrderId::parse).orElse(null);
        return invocation.has(ACTIVE) ? new Request.ViewActive(before, orders) : new Request.ViewOrders(before, orders);
    }

    private static Request cancelOrder(Invocation invocation) throws UsageException {
        if (invocation.arguments().size() != 1) {
            throw new UsageException("give the number of one order, like 42");
        }
        return new Request.CancelOrder(OrderId.parse(invocation.arguments().get(0)));
    }
}
