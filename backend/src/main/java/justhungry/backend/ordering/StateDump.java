package justhungry.backend.ordering;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import justhungry.api.codec.WireFormat;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.OrderLine;
import justhungry.api.shop.Product;
import justhungry.backend.ordering.state.Change;
import justhungry.backend.ordering.state.CompletionRecord;
import justhungry.backend.ordering.state.DumpRow;
import justhungry.backend.ordering.state.EntryPayload;
import justhungry.backend.ordering.state.StoredOrder;
import justhungry.backend.ordering.table.StateTable;
import justhungry.backend.ordering.table.StateTables;
import justhungry.backend.ordering.table.TableKeys;

/** A dump of the state and the log for people. */
public final class StateDump {
    private static final int KEYS_PER_PAGE = 256;
    private static final byte[] EVERY_KEY = {};

    private final StateTables tables;

    private StateDump(StateTables tables) {
        this.tables = tables;
    }

    /**
     * The rows of the state: counters, products, deliveries, customers, orders and kept replies, each from the highest key down, so
     * the newest order first. The stream reads page by page; the state must not change meanwhile.
     *
     * @throws IllegalArgumentException when a row is damaged, once the stream reaches it
     */
    public static Stream<DumpRow> rows(StateTables tables) {
        var dump = new StateDump(tables);
        return Stream.of(
                        dump.rows(StateTable.COUNTERS, dump::counter),
                        dump.rows(StateTable.PRODUCTS, dump::product),
                        dump.rows(StateTable.DELIVERIES, dump::delivery),
                        dump.rows(StateTable.CUSTOMERS, dump::customer),
                        dump.rows(StateTable.ORDERS, dump::order),
                        dump.rows(StateTable.REPLIES, dump::reply))
                .flatMap(Function.identity());
    }

    /**
     * The changes of an entry's payload.
     *
     * @throws IllegalArgumentException when the payload is damaged
     */
    public static List<DumpRow> changes(byte[] payload) {
        return EntryPayload.decode(payload).changes().stream()
                .map(Change::toDumpRow)
                .toList();
    }

    /** The time of an entry's payload; empty in an entry that only opens an epoch. */
    public static Optional<Instant> decidedAt(byte[] payload) {
        return Optional.ofNullable(EntryPayload.decode(payload).decidedAt());
    }

    private Stream<DumpRow> rows(StateTable table, Function<byte[], DumpRow> row) {
        return Stream.iterate(page(table, EVERY_KEY), keys -> !keys.isEmpty(), keys -> page(table, last(keys)))
                .flatMap(List::stream)
                .map(row);
    }

    private List<byte[]> page(StateTable table, byte[] before) {
        return tables.lastKeys(table, EVERY_KEY, before, KEYS_PER_PAGE);
    }

    private static byte[] last(List<byte[]> keys) {
        return keys.get(keys.size() - 1);
    }

    private DumpRow counter(byte[] key) {
        var name = new String(key, StandardCharsets.UTF_8);
        return new DumpRow.CounterRow("counter", name, TableKeys.numberIn(value(StateTable.COUNTERS, key)));
    }

    private DumpRow product(byte[] key) {
        var product = WireFormat.decode(Product.class, value(StateTable.PRODUCTS, key));
        return new DumpRow.ProductRow(
                "product",
                (int) TableKeys.numberIn(key),
                product.name(),
                product.price().plain(),
                product.stock());
    }

    private DumpRow delivery(byte[] key) {
        var delivery = WireFormat.decode(Delivery.class, value(StateTable.DELIVERIES, key));
        return new DumpRow.DeliveryRow(
                "delivery",
                (int) TableKeys.numberIn(key),
                delivery.code(),
                delivery.label(),
                delivery.fee().plain());
    }

    private DumpRow customer(byte[] key) {
        return new DumpRow.CustomerRow("customer", DumpRow.hidden(TableKeys.userIn(key)));
    }

    private DumpRow order(byte[] key) {
        var stored = WireFormat.decode(StoredOrder.class, value(StateTable.ORDERS, key));
        var order = stored.order();
        return new DumpRow.OrderRow(
                "order",
                order.id().number(),
                DumpRow.hidden(stored.user()),
                order.status().name(),
                order.lines().stream().map(StateDump::line).toList(),
                order.delivery().code(),
                order.delivery().fee().plain(),
                order.tip().plain(),
                order.total().plain(),
                order.placedAt().toString());
    }

    private static DumpRow.LineOfOrder line(OrderLine line) {
        return new DumpRow.LineOfOrder(
                line.product(), line.quantity(), line.price().plain());
    }

    private DumpRow reply(byte[] key) {
        var reply = WireFormat.decode(CompletionRecord.class, value(StateTable.REPLIES, key));
        return new DumpRow.ReplyRow(
                "reply",
                TableKeys.clientIn(key).toString(),
                reply.sequence(),
                reply.epoch(),
                reply.revision(),
                reply.result().label());
    }

    private byte[] value(StateTable table, byte[] key) {
        return tables.get(table, key)
                .orElseThrow(
                        () -> new IllegalStateException("a row of %s disappeared while it was read".formatted(table)));
    }
}
