package justhungry.cli.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import justhungry.api.Item;
import justhungry.api.Line;
import justhungry.api.Money;
import justhungry.api.Order;
import justhungry.api.OrderId;
import justhungry.api.Product;
import justhungry.api.Reason;
import justhungry.api.Request;
import justhungry.api.Response;
import justhungry.api.UserId;
import org.jspecify.annotations.Nullable;

/** The ordering rules in short, with the default catalogue. Postcodes: ZZ1 1ZZ does not exist, UN1 1UN cannot be checked. */
public final class FakeShop {
    private record Owned(UserId user, Order order) {}

    private final Map<String, Product> products = new LinkedHashMap<>();
    private final Map<Long, Owned> orders = new LinkedHashMap<>();
    private final List<UserId> withDetails = new ArrayList<>();
    private long revision = 1;

    public FakeShop() {
        stock("apple", 199, 15);
        stock("banana", 55, 20);
        stock("orange", 79, 15);
        stock("bread", 225, 4);
        stock("flour", 455, 0);
        stock("tomato", 65, 17);
        stock("kale", 99, 6);
    }

    /** Puts a product on the shelf, or changes it. */
    public void stock(String name, long pence, int stock) {
        products.put(name, new Product(name, new Money(pence), stock));
    }

    public int stockOf(String name) {
        return Optional.ofNullable(products.get(name)).orElseThrow().stock();
    }

    public List<Order> orders() {
        return orders.values().stream().map(Owned::order).toList();
    }

    long revision() {
        return revision;
    }

    Response answer(UserId user, Request request) {
        if (request instanceof Request.SaveDetails save) {
            return save(user, save.details().postcode());
        }
        if (request instanceof Request.PlaceOrder order) {
            return place(user, order);
        }
        if (request instanceof Request.CancelOrder cancel) {
            return cancel(user, cancel.order());
        }
        if (request instanceof Request.PriceBasket basket) {
            return price(basket.items());
        }
        if (request instanceof Request.ViewOrders view) {
            return page(user, view.before(), view.limit(), any -> true);
        }
        if (request instanceof Request.ViewActive view) {
            return page(user, view.before(), view.limit(), order -> order.status() == Order.Status.ACTIVE);
        }
        return new Response.Products(List.copyOf(products.values()));
    }

    private Response save(UserId user, String postcode) {
        if (postcode.equals("ZZ1 1ZZ")) {
            return new Response.Refused(Reason.INVALID_POSTCODE, "There is no postcode ZZ1 1ZZ.");
        }
        if (postcode.equals("UN1 1UN")) {
            return new Response.Refused(Reason.POSTCODE_UNCHECKED, "The postcode could not be checked.");
        }
        revision++;
        withDetails.add(user);
        return new Response.DetailsSaved();
    }

    private Response place(UserId user, Request.PlaceOrder request) {
        if (!withDetails.contains(user)) {
            return new Response.Refused(Reason.NO_DETAILS, "Save your contact details first.");
        }
        for (var item : request.items()) {
            var product = products.get(item.product());
            if (product == null) {
                return unknown(item.product());
            }
            if (product.stock() < item.quantity()) {
                return new Response.Refused(
                        Reason.OUT_OF_STOCK, "There are only %d %s left.".formatted(product.stock(), product.name()));
            }
        }
        revision++;
        request.items().forEach(item -> putBack(item.product(), -item.quantity()));
        var id = new OrderId(orders.size() + 1L);
        var order = new Order(id, lines(request.items()), request.delivery(), request.tip(), Order.Status.ACTIVE);
        orders.put(id.number(), new Owned(user, order));
        return new Response.OrderPlaced(order);
    }

    private Response cancel(UserId user, OrderId id) {
        var owned = orders.get(id.number());
        if (owned == null || !owned.user().equals(user)) {
            return new Response.Refused(Reason.UNKNOWN_ORDER, "You have no order %s.".formatted(id));
        }
        if (owned.order().status() == Order.Status.CANCELLED) {
            return new Response.Refused(Reason.NOT_ACTIVE, "Order %s was cancelled before.".formatted(id));
        }
        revision++;
        var cancelled = owned.order().cancelled();
        cancelled.lines().forEach(line -> putBack(line.product(), line.quantity()));
        orders.put(id.number(), new Owned(user, cancelled));
        return new Response.OrderCancelled(cancelled);
    }

    private Response price(List<Item> items) {
        return items.stream()
                .filter(item -> !products.containsKey(item.product()))
                .findFirst()
                .map(item -> unknown(item.product()))
                .orElseGet(() -> new Response.BasketPrice(lines(items)));
    }

    private Response page(UserId user, @Nullable OrderId before, int limit, Predicate<Order> wanted) {
        var found = orders.values().stream()
                .filter(owned -> owned.user().equals(user) && wanted.test(owned.order()))
                .map(Owned::order)
                .filter(order -> before == null || order.id().compareTo(before) < 0)
                .sorted((a, b) -> b.id().compareTo(a.id()))
                .toList();
        return new Response.Orders(found.stream().limit(limit).toList(), found.size() > limit);
    }

    private static Response unknown(String product) {
        return new Response.Refused(Reason.UNKNOWN_PRODUCT, "There is no product %s.".formatted(product));
    }

    private List<Line> lines(List<Item> items) {
        return items.stream()
                .map(item -> new Line(
                        item.product(), item.quantity(), known(item.product()).price()))
                .toList();
    }

    private void putBack(String name, int quantity) {
        products.put(name, known(name).withStock(known(name).stock() + quantity));
    }

    private Product known(String name) {
        return Optional.ofNullable(products.get(name)).orElseThrow();
    }
}
