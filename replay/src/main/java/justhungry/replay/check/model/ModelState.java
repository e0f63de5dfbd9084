package justhungry.replay.check.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import justhungry.replay.check.history.Answer;

/**
 * The certain state of the shop after an update: the effects of all acknowledged updates. The effects of those with an
 * unknown outcome are in a {@link AssumedEffects}.
 */
public final class ModelState {
    private final ModelCatalogue catalogue;
    private final long[] stock;
    private final OrderList orders = new OrderList(); // a map of millions would need 60 bytes more for each
    private final Map<String, ModelCustomer> customers = new HashMap<>();
    private boolean stockKnown;
    private boolean wasShared;
    private long orderNumbersOfOthers;

    public ModelState(ModelCatalogue catalogue) {
        this.catalogue = catalogue;
        this.stock = new long[catalogue.size()];
    }

    public ModelCatalogue catalogue() {
        return catalogue;
    }

    public ModelCustomer customer(String name) {
        return customers.computeIfAbsent(name, ModelCustomer::new);
    }

    public long stock(int place, AssumedEffects world) {
        return stock[place] - world.taken(place);
    }

    /**
     * Whether the stock is known: not before the first product list, nor between updates by others and the next list.
     */
    public boolean isStockKnown() {
        return stockKnown;
    }

    /** Whether the stock is not known because of updates by others. */
    public boolean isStockOfOthers() {
        return wasShared && !stockKnown;
    }

    /** The maximum number of order numbers that others may have got since the last known one. */
    public long orderNumbersOfOthers() {
        return orderNumbersOfOthers;
    }

    public Optional<ModelOrder> order(long number, AssumedEffects world) {
        return world.order(number).or(() -> orders.find(number));
    }

    /** An order of the user. */
    public Optional<ModelOrder> ownOrder(ModelCustomer customer, long number, AssumedEffects world) {
        return order(number, world).filter(order -> order.customer() == customer);
    }

    /** The user's orders below a number (or all), from the highest down, at most {@code max}. */
    public List<ModelOrder> orders(ModelCustomer customer, AssumedEffects world, OptionalLong before, int max) {
        return with(customer.orders(), customer, world).page(before, max, order -> true);
    }

    /** Of these orders, those that are active. */
    public List<ModelOrder> activeOrders(ModelCustomer customer, AssumedEffects world, OptionalLong before, int max) {
        return with(customer.active(), customer, world).page(before, max, order -> !world.isCancelled(order));
    }

    public void add(ModelOrder order) {
        if (orders.find(order.number()).isEmpty()) {
            orders.add(order);
            order.customer().orders().add(order);
            order.customer().active().add(order);
        }
        take(order.lines(), 1);
        orderNumbersOfOthers = 0;
    }

    public void cancel(ModelOrder order, OptionalInt by) {
        if (!order.isCancelled()) {
            order.cancel(by);
            order.customer().active().remove(order);
            take(order.lines(), -1);
        }
    }

    /** Sets the stock to that of a product list. */
    public void acceptStock(Answer.ProductList list, AssumedEffects world) {
        for (int place = 0; place < Math.min(stock.length, list.products().size()); place++) {
            stock[place] = list.products().get(place).stock() + world.taken(place);
        }
        stockKnown = true;
    }

    /** Notes of a page's orders when they were placed, where that was not known. Returns the worlds as they are. */
    public List<AssumedEffects> acceptPage(List<AssumedEffects> worlds, Answer actual) {
        if (actual instanceof Answer.OrderPage page) {
            page.orders()
                    .forEach(shown ->
                            learnPlaced(worlds, shown.number(), shown.terms().placed()));
        }
        return worlds;
    }

    /** Notes when an order was placed, as an answer shows it, where that was not known. */
    public void learnPlaced(List<AssumedEffects> worlds, long number, OptionalLong shown) {
        worlds.forEach(world -> order(number, world).ifPresent(order -> order.learnPlaced(shown)));
    }

    /** Records updates by others, whose effects are unknown. */
    public void onUpdatesByOthers(long updates) {
        stockKnown = false;
        wasShared = true;
        orderNumbersOfOthers += updates;
    }

    /** Records a wrong answer after which the stock is not known. */
    public void forgetStock() {
        stockKnown = false;
    }

    /** Makes the effects certain; returns those that remain assumed, which are none. */
    public AssumedEffects makeCertain(AssumedEffects world) {
        world.placed().forEach(this::add);
        world.cancelled().forEach(order -> cancel(order, OptionalInt.empty()));
        world.details().forEach((customer, saved) -> customer.saveDetails(saved, OptionalInt.empty()));
        return AssumedEffects.none(world.lastOrder());
    }

    private void take(BasketLines lines, int times) {
        for (int i = 0; i < lines.size(); i++) {
            stock[lines.position(i)] -= (long) times * lines.quantity(i);
        }
    }

    private static OrderList with(OrderList certain, ModelCustomer customer, AssumedEffects world) {
        var more = world.placed().stream()
                .filter(order -> order.customer() == customer)
                .toList();
        return more.isEmpty() ? certain : certain.with(more);
    }
}
