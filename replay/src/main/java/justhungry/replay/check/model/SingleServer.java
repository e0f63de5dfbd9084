package justhungry.replay.check.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import justhungry.api.shop.Item;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import justhungry.replay.check.history.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The ordering rules as a model of a single server: the response to a request after the updates of the shop and a
 * world. It changes nothing.
 *
 * <p>Where updates by others leave several responses possible, the actual response decides, if it can be right.
 */
public final class SingleServer {
    private final Shop shop;
    private final Answers answers;

    public SingleServer(Shop shop) {
        this.shop = shop;
        this.answers = new Answers(shop.catalogue());
    }

    /**
     * The right response.
     *
     * @param said the actual response; an empty object when there is none
     */
    public JsonObject answer(World world, String user, Request request, JsonObject said) {
        if (request instanceof Request.PlaceOrder place) {
            return place(world, shop.customer(user), place, said);
        }
        if (request instanceof Request.CancelOrder cancel) {
            return cancel(world, shop.customer(user), cancel.order().number());
        }
        if (request instanceof Request.PriceBasket price) {
            return price(price.items());
        }
        if (request instanceof Request.ViewOrders view) {
            var orders =
                    shop.orders(shop.customer(user), world).page(bound(view.before()), view.limit() + 1, o -> true);
            return answers.page(orders, view.limit(), world);
        }
        if (request instanceof Request.ViewActive view) {
            var orders = shop.activeOrders(shop.customer(user), world)
                    .page(bound(view.before()), view.limit() + 1, order -> !world.isCancelled(order));
            return answers.page(orders, view.limit(), world);
        }
        return request instanceof Request.ListProducts ? products(world, said) : Answers.ok();
    }

    /** The order of a request that is accepted with a number; empty when a product is unknown. */
    public Optional<Placed> order(String user, Request.PlaceOrder place, long number, int placedBy) {
        return Lines.of(place.items(), shop.catalogue())
                .map(lines -> new Placed(
                        number,
                        shop.customer(user),
                        lines,
                        place.delivery(),
                        place.tip().pence(),
                        placedBy));
    }

    private JsonObject place(World world, Customer customer, Request.PlaceOrder place, JsonObject said) {
        if (!world.hasDetails(customer)) {
            return Answers.refused("NO_DETAILS");
        }
        long number = nextNumber(world, said);
        var order = order(customer.name(), place, number, Placed.NOT_ACKNOWLEDGED);
        if (order.isEmpty()) {
            return Answers.refused("UNKNOWN_PRODUCT");
        }
        var lines = order.get().lines();
        if (shop.isStockKnown() ? isShort(world, lines) : saysOutOfStock(said)) {
            return Answers.refused("OUT_OF_STOCK");
        }
        long extras = Pence.fee(place.delivery()) + place.tip().pence();
        return isTooExpensive(lines, extras) ? Answers.refused("INVALID") : answers.order(order.get());
    }

    private boolean isShort(World world, Lines lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (shop.stock(lines.place(i), world) < lines.quantity(i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean saysOutOfStock(JsonObject said) {
        return said.get("reason") instanceof JsonPrimitive reason
                && reason.getAsString().equals("OUT_OF_STOCK");
    }

    private boolean isTooExpensive(Lines lines, long extras) {
        long cost = lines.cost(shop.catalogue());
        return cost > Pence.MOST || cost + extras > Pence.MOST;
    }

    /** The number after the last one; others may have got some in between. */
    private long nextNumber(World world, JsonObject said) {
        long next = world.lastOrder() + 1;
        long number = Operation.number(said.get("order"));
        return number > next && number <= next + shop.numbersOfOthers() ? number : next;
    }

    private JsonObject cancel(World world, Customer customer, long number) {
        var own = shop.order(number, world).filter(order -> order.customer() == customer);
        if (own.isEmpty()) {
            return Answers.refused("UNKNOWN_ORDER");
        }
        return world.isCancelled(own.get()) ? Answers.refused("NOT_ACTIVE") : answers.order(own.get());
    }

    private JsonObject price(List<Item> items) {
        var lines = Lines.of(items, shop.catalogue());
        if (lines.isEmpty()) {
            return Answers.refused("UNKNOWN_PRODUCT");
        }
        return isTooExpensive(lines.get(), 0) ? Answers.refused("INVALID") : answers.basket(lines.get());
    }

    private JsonObject products(World world, JsonObject said) {
        var products = new JsonArray();
        for (int place = 0; place < shop.catalogue().size(); place++) {
            products.add(answers.product(place, stock(world, place, said)));
        }
        var json = Answers.ok();
        json.add("products", products);
        return json;
    }

    private long stock(World world, int place, JsonObject said) {
        if (!shop.isStockKnown()
                && said.get("products") instanceof JsonArray products
                && place < products.size()
                && products.get(place) instanceof JsonObject product) {
            return Math.max(0, Operation.number(product.get("stock")));
        }
        return shop.stock(place, world);
    }

    private static long bound(@Nullable OrderId before) {
        return before == null ? Long.MAX_VALUE : before.number();
    }
}
