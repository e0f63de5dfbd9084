package justhungry.replay.check.model;

import com.google.gson.JsonArray;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import justhungry.replay.check.history.JsonFields;

/**
 * The certain state of the shop after an update: the effects of all acknowledged updates. The effects of those with an
 * unknown outcome are in a {@link World}.
 */
public final class ModelState {
    private final ModelCatalogue catalogue;
    private final long[] stock;
    private final Map<Long, ModelOrder> orders = new HashMap<>();
    private final Map<String, ModelCustomer> customers = new HashMap<>();
    private boolean stockKnown;
    private long orderNumbersOfOthers;

    public ModelState(ModelCatalogue catalogue) {
        this.catalogue = catalogue;
        this.stock = new long[catalogue.size()];
    }

    ModelCatalogue catalogue() {
        return catalogue;
    }

    public ModelCustomer customer(String name) {
        return customers.computeIfAbsent(name, ModelCustomer::new);
    }

    long stock(int place, World world) {
        return stock[place] - world.taken(place);
    }

    /**
     * Whether the stock is known: not before the first product list, nor between updates by others and the next list.
     */
    public boolean isStockKnown() {
        return stockKnown;
    }

    /** The maximum number of order numbers that others may have got since the last known one. */
    long orderNumbersOfOthers() {
        return orderNumbersOfOthers;
    }

    public Optional<ModelOrder> order(long number, World world) {
        return world.order(number).or(() -> Optional.ofNullable(orders.get(number)));
    }

    /** The user's orders in a world. */
    OrderList orders(ModelCustomer customer, World world) {
        return with(customer.orders(), customer, world);
    }

    OrderList activeOrders(ModelCustomer customer, World world) {
        return with(customer.active(), customer, world);
    }

    public void add(ModelOrder order) {
        if (orders.putIfAbsent(order.number(), order) == null) {
            order.customer().orders().add(order);
            order.customer().active().add(order);
        }
        take(order.lines(), 1);
        orderNumbersOfOthers = 0;
    }

    public void cancel(ModelOrder order, int by) {
        if (!order.isCancelled()) {
            order.cancel(by);
            order.customer().active().remove(order);
            take(order.lines(), -1);
        }
    }

    /** Sets the stock to that of a product list. */
    public void acceptStock(JsonArray products, World world) {
        for (int place = 0; place < stock.length && place < products.size(); place++) {
            stock[place] =
                    JsonFields.of("/response/products", products.get(place)).number("stock") + world.taken(place);
        }
        stockKnown = true;
    }

    /** Records updates by others, whose effects are unknown. */
    public void onUpdatesByOthers(long updates) {
        stockKnown = false;
        orderNumbersOfOthers += updates;
    }

    /** Makes the effects of a world certain. */
    void makeCertain(World world) {
        world.placed().forEach(this::add);
        world.cancelled().forEach(order -> cancel(order, ModelOrder.NOT_ACKNOWLEDGED));
        world.withDetails().forEach(customer -> customer.saveDetails(ModelOrder.NOT_ACKNOWLEDGED));
    }

    private void take(BasketLines lines, int times) {
        for (int i = 0; i < lines.size(); i++) {
            stock[lines.position(i)] -= (long) times * lines.quantity(i);
        }
    }

    private static OrderList with(OrderList certain, ModelCustomer customer, World world) {
        var more = world.placed().stream()
                .filter(order -> order.customer() == customer)
                .toList();
        return more.isEmpty() ? certain : certain.with(more);
    }
}
