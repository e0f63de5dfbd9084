package justhungry.cli.command;

import java.util.List;
import java.util.Locale;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Money;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.cli.console.Console;
import justhungry.cli.console.InputEndedException;
import justhungry.cli.text.Receipt;
import justhungry.client.RequestOutcome;
import justhungry.client.Session;
import justhungry.platform.command.CliOptions;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.Option;

/** The command {@code place}: places an order. A person confirms its total first; a program adds {@code --yes}. */
public final class PlaceCommand implements CliCommand {
    private static final Option DELIVERY =
            CliOptions.value("delivery", "WHEN", "like SAME_DAY; to see all, with their fees: just-hungry products");
    private static final Option TIP = CliOptions.value("tip", "AMOUNT", "like 1.50 (default: none)");

    @Override
    public String name() {
        return "place";
    }

    @Override
    public String summary() {
        return "places an order";
    }

    @Override
    public String arguments() {
        return "PRODUCT=QUANTITY...";
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.CLIENT;
    }

    @Override
    public List<String> examples() {
        return List.of(
                "place apple=2 kale=1 --delivery SAME_DAY --tip 1.50",
                "place banana=3 --delivery NEXT_DAY --yes --json --trace");
    }

    @Override
    public List<Option> options() {
        return List.of(DELIVERY, TIP, CommonOptions.JSON, CommonOptions.TRACE);
    }

    @Override
    public ExitCode run(CommandInvocation invocation) throws UsageException, CannotStartException {
        var order = (Request.PlaceOrder) RequestCommand.read(PlaceCommand::order, invocation);
        var console = invocation.terminal();
        boolean agreed = invocation.has(CommonOptions.YES);
        if (!agreed && (invocation.has(CommonOptions.NO_INPUT) || !console.isInteractive())) {
            throw new UsageException("an order needs a confirmation, and no question can be asked here: add --yes");
        }
        try (var messages = console.openOn(invocation.err())) {
            var session = invocation.session(messages);
            return agreed
                    ? invocation.send(session, order, messages)
                    : confirmAndPlace(order, session, messages, invocation);
        }
    }

    private static ExitCode confirmAndPlace(
            Request.PlaceOrder order, Session session, Console messages, CommandInvocation invocation)
            throws UsageException {
        var listing = new Request.ListProducts();
        var list = session.send(listing);
        if (!(list instanceof RequestOutcome.Completed listed
                && listed.response() instanceof Response.Products products)) {
            return invocation.report(list, listing, session, messages);
        }
        var delivery = delivery(order.delivery(), products.deliveries());
        var pricing = new Request.PriceBasket(order.items());
        var price = session.send(pricing);
        if (!(price instanceof RequestOutcome.Completed answered
                && answered.response() instanceof Response.BasketPrice basket)) {
            return invocation.report(price, pricing, session, messages);
        }
        receipt(basket, delivery, order.tip()).lines(messages.columns()).forEach(messages::print);
        if (!isConfirmed(messages)) {
            messages.print("Nothing was ordered.");
            return ExitCode.USAGE;
        }
        return invocation.send(session, order, messages);
    }

    private static Delivery delivery(String code, List<Delivery> deliveries) throws UsageException {
        var codes = deliveries.stream().map(Delivery::code).toList();
        int place = codes.indexOf(code);
        if (place < 0) {
            throw new UsageException(
                    "there is no delivery %s; choose one of: %s".formatted(code, String.join(", ", codes)));
        }
        return deliveries.get(place);
    }

    private static Receipt receipt(Response.BasketPrice basket, Delivery delivery, Money tip) throws UsageException {
        try {
            return Receipt.ofOrder(basket.lines(), delivery, tip);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isConfirmed(Console messages) {
        try {
            var answer = messages.read("Place this order? (y/n) ", List.of()).strip();
            return List.of("y", "yes").contains(answer.toLowerCase(Locale.ROOT));
        } catch (InputEndedException e) {
            return false;
        }
    }

    private static Request order(CommandInvocation invocation) throws UsageException {
        var items = ValueParser.basket(invocation.arguments());
        var delivery = invocation
                .value(DELIVERY)
                .map(ValueParser::delivery)
                .orElseThrow(() -> new UsageException("--delivery WHEN is missing: " + DELIVERY.getDescription()));
        var tip = invocation.value(TIP).map(Money::parse).orElse(Money.ZERO);
        return new Request.PlaceOrder(items, delivery, tip);
    }
}
