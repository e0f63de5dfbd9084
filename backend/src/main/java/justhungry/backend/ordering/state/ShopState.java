package justhungry.backend.ordering.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Product;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.table.StagedTables;
import justhungry.backend.ordering.table.StateCounter;
import justhungry.backend.ordering.table.StateTable;
import justhungry.backend.ordering.table.TableKeys;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue, the customers and the orders, as rows of the tables. Changes made here are only staged. A change that
 * does not fit the state throws {@link IllegalStateException}: the state is broken, and the process must end.
 */
public final class ShopState {
    private static final byte[] EMPTY = {};

    private final StagedTables tables;
    private final long epoch;
    private final long index;

    /** Read once: every order of an entry asks for it. */
    private @Nullable Instant decidedAt;

    /** The state as it is, to be read. */
    public ShopState(StagedTables tables) {
        this(tables, 0, 0);
    }

    /** The state while an entry is decided, or applied: its replies get the entry's epoch and index. */
    public ShopState(StagedTables tables, long epoch, long index) {
        this.tables = tables;
        this.epoch = epoch;
        this.index = index;
    }

    long epoch() {
        return epoch;
    }

    long index() {
        return index;
    }

    /** Loads the catalogue, once and for all: a later one changes nothing, not even the stock. */
    void load(List<Product> products, List<Delivery> deliveries) {
        if (tables.count(StateCounter.PRODUCTS) > 0) {
            return;
        }
        for (int place = 0; place < products.size(); place++) {
            var product = products.get(place);
            put(new StockEntry(place, product));
            tables.put(StateTable.PRODUCT_PLACES, productKey(product.name()), TableKeys.number(place));
        }
        tables.count(StateCounter.PRODUCTS, products.size());
        for (int place = 0; place < deliveries.size(); place++) {
            var delivery = deliveries.get(place);
            tables.putRow(StateTable.DELIVERIES, TableKeys.number(place), delivery);
            tables.put(StateTable.DELIVERY_PLACES, TableKeys.name(delivery.code()), TableKeys.number(place));
        }
        tables.count(StateCounter.DELIVERIES, deliveries.size());
    }

    /** The time of the last entry that was decided, or of the one that is being decided; 1970 before the first. */
    public Instant decidedAt() {
        if (decidedAt == null) {
            decidedAt = Instant.ofEpochMilli(tables.count(StateCounter.DECIDED_AT));
        }
        return decidedAt;
    }

    /** Sets the time of the entry whose changes follow. */
    public void decideAt(Instant time) {
        if (time.isBefore(decidedAt())) {
            throw new IllegalStateException(
                    "an entry was decided at %s, but the one before it at %s".formatted(time, decidedAt()));
        }
        tables.count(StateCounter.DECIDED_AT, time.toEpochMilli());
        decidedAt = time;
    }

    /** All deliveries in the catalogue's order. */
    public List<Delivery> deliveries() {
        return IntStream.range(0, (int) tables.count(StateCounter.DELIVERIES))
                .mapToObj(this::delivery)
                .toList();
    }

    public Optional<DeliveryEntry> deliveryEntry(String code) {
        return tables.get(StateTable.DELIVERY_PLACES, TableKeys.name(code))
                .map(found -> (int) TableKeys.numberIn(found))
                .map(place -> new DeliveryEntry(place, delivery(place)));
    }

    Delivery delivery(int place) {
        return tables.row(StateTable.DELIVERIES, TableKeys.number(place), Delivery.class)
                .orElseThrow(() -> new IllegalStateException("the catalogue has no delivery at place " + place));
    }

    /** All products in the catalogue's order. */
    public List<Product> products() {
        return IntStream.range(0, (int) tables.count(StateCounter.PRODUCTS))
                .mapToObj(place -> stockEntry(place).product())
                .toList();
    }

    public Optional<StockEntry> stockEntry(String product) {
        return tables.get(StateTable.PRODUCT_PLACES, productKey(product))
                .map(place -> stockEntry((int) TableKeys.numberIn(place)));
    }

    StockEntry stockEntry(int place) {
        return tables.row(StateTable.PRODUCTS, TableKeys.number(place), Product.class)
                .map(product -> new StockEntry(place, product))
                .orElseThrow(() -> new IllegalStateException("the catalogue has no place " + place));
    }

    void put(StockEntry stock) {
        tables.putRow(StateTable.PRODUCTS, TableKeys.number(stock.place()), stock.product());
    }

    public boolean hasDetails(UserId user) {
        return tables.get(StateTable.CUSTOMERS, TableKeys.user(user)).isPresent();
    }

    public Optional<ContactDetails> details(UserId user) {
        return tables.row(StateTable.CUSTOMERS, TableKeys.user(user), ContactDetails.class);
    }

    void saveDetails(UserId user, ContactDetails details) {
        tables.putRow(StateTable.CUSTOMERS, TableKeys.user(user), details);
    }

    /** Orders ever placed, cancelled ones among them. */
    public long orders() {
        return tables.count(StateCounter.ORDERS);
    }

    public OrderId nextOrder() {
        return new OrderId(orders() + 1);
    }

    public Optional<StoredOrder> order(OrderId id) {
        return tables.row(StateTable.ORDERS, TableKeys.number(id.number()), StoredOrder.class);
    }

    /** An order that must exist: a reply or an index names it. */
    public StoredOrder knownOrder(OrderId id) {
        return order(id).orElseThrow(() -> new IllegalStateException("order %s is missing".formatted(id)));
    }

    void add(StoredOrder order) {
        var id = order.order().id();
        if (!id.equals(nextOrder())) {
            throw new IllegalStateException("order %s is placed, but order %s is next".formatted(id, nextOrder()));
        }
        put(order);
        tables.put(StateTable.ORDERS_BY_CUSTOMER, TableKeys.orderOf(order.user(), id), EMPTY);
        tables.put(StateTable.ACTIVE_BY_CUSTOMER, TableKeys.orderOf(order.user(), id), EMPTY);
        tables.count(StateCounter.ORDERS, id.number());
    }

    void putCancelled(StoredOrder order) {
        put(order.cancelled());
        tables.remove(
                StateTable.ACTIVE_BY_CUSTOMER,
                TableKeys.orderOf(order.user(), order.order().id()));
    }

    /** The kept replies, part of the same state. */
    public ReplyCache replies() {
        return new ReplyCache(tables);
    }

    private void put(StoredOrder order) {
        tables.putRow(StateTable.ORDERS, TableKeys.number(order.order().id().number()), order);
    }

    private static byte[] productKey(String name) {
        return TableKeys.name(Product.key(name));
    }
}
