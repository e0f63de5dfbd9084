package justhungry.replay.check.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import justhungry.replay.check.history.HistoryOperation;
import org.jspecify.annotations.Nullable;

/**
 * The ordering rules as a model of a single server: the response to a request after the updates of the shop and a
 * world. It changes nothing.
 *
 * <p>Where updates by others leave several responses possible, the actual response decides, if it can be right.
 */
public final class ReferenceModel {
    private final ModelState state;
    private final ModelResponses responses;

    public ReferenceModel(ModelState shop) {
        this.state = shop;
        this.responses = new ModelResponses(shop.catalogue());
    }

    /**
     * The right response.
     *
     * @param said the actual response; an empty object when there is none
     */
    public JsonObject response(World world, String user, Request request, JsonObject said) {
        return request.accept(new ExpectedResponse(world, user, said));
    }

    private final class ExpectedResponse implements Request.Visitor<JsonObject> {
        private final World world;
        private final String user;
        private final JsonObject said;

        ExpectedResponse(World world, String user, JsonObject said) {
            this.world = world;
            this.user = user;
            this.said = said;
        }

        @Override
        public JsonObject visit(Request.SaveDetails save) {
            return ModelResponses.ok();
        }

        @Override
        public JsonObject visit(Request.PlaceOrder place) {
            return place(world, state.customer(user), place, said);
        }

        @Override
        public JsonObject visit(Request.CancelOrder cancel) {
            return cancel(world, state.customer(user), cancel.order().number());
        }

        @Override
        public JsonObject visit(Request.ListProducts list) {
            return products(world, said);
        }

        @Override
        public JsonObject visit(Request.PriceBasket price) {
            return price(price.items());
        }

        @Override
        public JsonObject visit(Request.ViewOrders view) {
            var orders =
                    state.orders(state.customer(user), world).page(bound(view.before()), view.limit() + 1, o -> true);
            return responses.page(orders, view.limit(), world);
        }

        @Override
        public JsonObject visit(Request.ViewActive view) {
            var orders = state.activeOrders(state.customer(user), world)
                    .page(bound(view.before()), view.limit() + 1, order -> !world.isCancelled(order));
            return responses.page(orders, view.limit(), world);
        }

        @Override
        public JsonObject visit(Request.ViewOrder view) {
            return ownOrder(world, state.customer(user), view.order().number())
                    .map(order -> responses.page(List.of(order), 1, world))
                    .orElseGet(() -> ModelResponses.refused("UNKNOWN_ORDER"));
        }
    }

    /** The order of a request that is accepted with a number; empty when a product is unknown. */
    public Optional<ModelOrder> order(String user, Request.PlaceOrder place, long number, int placedBy) {
        return BasketLines.of(place.items(), state.catalogue())
                .map(lines -> new ModelOrder(
                        number,
                        state.customer(user),
                        lines,
                        place.delivery(),
                        place.tip().pence(),
                        placedBy));
    }

    private JsonObject place(World world, ModelCustomer customer, Request.PlaceOrder place, JsonObject said) {
        if (!world.hasDetails(customer)) {
            return ModelResponses.refused("NO_DETAILS");
        }
        long number = nextNumber(world, said);
        var order = order(customer.name(), place, number, ModelOrder.NOT_ACKNOWLEDGED);
        if (order.isEmpty()) {
            return ModelResponses.refused("UNKNOWN_PRODUCT");
        }
        var lines = order.get().lines();
        if (state.isStockKnown() ? isShort(world, lines) : saysOutOfStock(said)) {
            return ModelResponses.refused("OUT_OF_STOCK");
        }
        long extras = ModelMoney.fee(place.delivery()) + place.tip().pence();
        return isTooExpensive(lines, extras) ? ModelResponses.refused("INVALID") : responses.order(order.get());
    }

    private boolean isShort(World world, BasketLines lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (state.stock(lines.position(i), world) < lines.quantity(i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean saysOutOfStock(JsonObject said) {
        return said.get("reason") instanceof JsonPrimitive reason
                && reason.getAsString().equals("OUT_OF_STOCK");
    }

    private boolean isTooExpensive(BasketLines lines, long extras) {
        long cost = lines.cost(state.catalogue());
        return cost > ModelMoney.MAX_COST || cost + extras > ModelMoney.MAX_COST;
    }

    /** The number after the last one; others may have got some in between. */
    private long nextNumber(World world, JsonObject said) {
        long next = world.lastOrder() + 1;
        long number = HistoryOperation.number(said.get("order"));
        return number > next && number <= next + state.orderNumbersOfOthers() ? number : next;
    }

    private JsonObject cancel(World world, ModelCustomer customer, long number) {
        var own = ownOrder(world, customer, number);
        if (own.isEmpty()) {
            return ModelResponses.refused("UNKNOWN_ORDER");
        }
        return world.isCancelled(own.get()) ? ModelResponses.refused("NOT_ACTIVE") : responses.order(own.get());
    }

    private Optional<ModelOrder> ownOrder(World world, ModelCustomer customer, long number) {
        return state.order(number, world).filter(order -> order.customer() == customer);
    }

    private JsonObject price(List<BasketItem> items) {
        var lines = BasketLines.of(items, state.catalogue());
        if (lines.isEmpty()) {
            return ModelResponses.refused("UNKNOWN_PRODUCT");
        }
        return isTooExpensive(lines.get(), 0) ? ModelResponses.refused("INVALID") : responses.basket(lines.get());
    }

    private JsonObject products(World world, JsonObject said) {
        var products = new JsonArray();
        for (int place = 0; place < state.catalogue().size(); place++) {
            products.add(responses.product(place, stock(world, place, said)));
        }
        var json = ModelResponses.ok();
        json.add("products", products);
        return json;
    }

    private long stock(World world, int place, JsonObject said) {
        if (!state.isStockKnown()
                && said.get("products") instanceof JsonArray products
                && place < products.size()
                && products.get(place) instanceof JsonObject product) {
            return Math.max(0, HistoryOperation.number(product.get("stock")));
        }
        return state.stock(place, world);
    }

    private static long bound(@Nullable OrderId before) {
        return before == null ? Long.MAX_VALUE : before.number();
    }
}
