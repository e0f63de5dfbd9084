package justhungry.backend.ordering.state;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Product;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.table.Counter;
import justhungry.backend.ordering.table.Format;
import justhungry.backend.ordering.table.Keys;
import justhungry.backend.ordering.table.StagedTables;
import justhungry.backend.ordering.table.Table;

/**
 * The catalogue, the customers and the orders, as rows of the tables. Changes made here are only staged. A change that
 * does not fit the state throws {@link IllegalStateException}: the state is broken, and the process must end.
 */
public final class OrderingState {
    private static final byte[] NOTHING = {};

    private final StagedTables tables;

    public OrderingState(StagedTables tables) {
        this.tables = tables;
    }

    /** Loads the catalogue, once and for all: a later one changes nothing, not even the stock. */
    void load(List<Product> catalogue) {
        if (tables.count(Counter.PRODUCTS) > 0) {
            return;
        }
        for (int place = 0; place < catalogue.size(); place++) {
            var product = catalogue.get(place);
            put(new Shelf(place, product));
            tables.put(Table.PRODUCT_PLACES, Keys.name(product.name()), Keys.number(place));
        }
        tables.count(Counter.PRODUCTS, catalogue.size());
    }

    /** All products in the catalogue's order. */
    public List<Product> products() {
        return IntStream.range(0, (int) tables.count(Counter.PRODUCTS))
                .mapToObj(place -> shelf(place).product())
                .toList();
    }

    public Optional<Shelf> shelf(String product) {
        return tables.get(Table.PRODUCT_PLACES, Keys.name(product)).map(place -> shelf((int) Keys.numberIn(place)));
    }

    Shelf shelf(int place) {
        return tables.row(Table.PRODUCTS, Keys.number(place), Format::product)
                .map(product -> new Shelf(place, product))
                .orElseThrow(() -> new IllegalStateException("the catalogue has no place " + place));
    }

    void put(Shelf stock) {
        tables.putRow(Table.PRODUCTS, Keys.number(stock.place()), out -> Format.write(stock.product(), out));
    }

    public boolean hasDetails(UserId user) {
        return tables.get(Table.CUSTOMERS, Keys.user(user)).isPresent();
    }

    Optional<ContactDetails> details(UserId user) {
        return tables.row(Table.CUSTOMERS, Keys.user(user), Format::details);
    }

    void saveDetails(UserId user, ContactDetails details) {
        tables.putRow(Table.CUSTOMERS, Keys.user(user), out -> Format.write(details, out));
    }

    /** Orders ever placed, cancelled ones among them. */
    public long orders() {
        return tables.count(Counter.ORDERS);
    }

    public OrderId nextOrder() {
        return new OrderId(orders() + 1);
    }

    public Optional<StoredOrder> order(OrderId id) {
        return tables.row(Table.ORDERS, Keys.number(id.number()), StoredOrder::readFrom);
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
        tables.put(Table.ORDERS_BY_CUSTOMER, Keys.orderOf(order.user(), id), NOTHING);
        tables.put(Table.ACTIVE_BY_CUSTOMER, Keys.orderOf(order.user(), id), NOTHING);
        tables.count(Counter.ORDERS, id.number());
    }

    void putCancelled(StoredOrder order) {
        put(order.cancelled());
        tables.remove(
                Table.ACTIVE_BY_CUSTOMER,
                Keys.orderOf(order.user(), order.order().id()));
    }

    /** The kept replies, part of the same state. */
    public KeptReplies replies() {
        return new KeptReplies(tables);
    }

    private void put(StoredOrder order) {
        tables.putRow(Table.ORDERS, Keys.number(order.order().id().number()), order::writeTo);
    }
}
