package justhungry.backend.ordering;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import justhungry.api.shop.Line;
import justhungry.backend.ordering.state.Change;
import justhungry.backend.ordering.state.Dumped;
import justhungry.backend.ordering.state.KeptReply;
import justhungry.backend.ordering.state.StoredOrder;
import justhungry.backend.ordering.table.Format;
import justhungry.backend.ordering.table.Keys;
import justhungry.backend.ordering.table.Table;
import justhungry.backend.ordering.table.Tables;

/** A dump of the state and the log for people. */
public final class StateDump {
    private static final int KEYS_PER_PAGE = 256;
    private static final byte[] EVERY_KEY = {};

    private final Tables tables;

    private StateDump(Tables tables) {
        this.tables = tables;
    }

    /**
     * The rows of the state: counters, products, customers, orders and kept replies, each from the highest key down, so
     * the newest order first. The stream reads page by page; the state must not change meanwhile.
     *
     * @throws IllegalArgumentException when a row is damaged, once the stream reaches it
     */
    public static Stream<Dumped> rows(Tables tables) {
        var dump = new StateDump(tables);
        return Stream.of(
                        dump.rows(Table.COUNTERS, dump::counter),
                        dump.rows(Table.PRODUCTS, dump::product),
                        dump.rows(Table.CUSTOMERS, dump::customer),
                        dump.rows(Table.ORDERS, dump::order),
                        dump.rows(Table.REPLIES, dump::reply))
                .flatMap(Function.identity());
    }

    /**
     * The changes of an entry's payload.
     *
     * @throws IllegalArgumentException when the payload is damaged
     */
    public static List<Dumped> changes(byte[] payload) {
        return Change.decode(payload).stream().map(Change::dumped).toList();
    }

    private Stream<Dumped> rows(Table table, Function<byte[], Dumped> row) {
        return Stream.iterate(page(table, EVERY_KEY), keys -> !keys.isEmpty(), keys -> page(table, last(keys)))
                .flatMap(List::stream)
                .map(row);
    }

    private List<byte[]> page(Table table, byte[] before) {
        return tables.lastKeys(table, EVERY_KEY, before, KEYS_PER_PAGE);
    }

    private static byte[] last(List<byte[]> keys) {
        return keys.get(keys.size() - 1);
    }

    private Dumped counter(byte[] key) {
        var name = new String(key, StandardCharsets.UTF_8);
        return new Dumped.CounterRow("counter", name, Keys.numberIn(value(Table.COUNTERS, key)));
    }

    private Dumped product(byte[] key) {
        var product = Format.decode(value(Table.PRODUCTS, key), Format::product);
        return new Dumped.ProductRow(
                "product",
                (int) Keys.numberIn(key),
                product.name(),
                product.price().plain(),
                product.stock());
    }

    private Dumped customer(byte[] key) {
        return new Dumped.CustomerRow("customer", Dumped.hidden(Keys.userIn(key)));
    }

    private Dumped order(byte[] key) {
        var stored = Format.decode(value(Table.ORDERS, key), StoredOrder::readFrom);
        var order = stored.order();
        return new Dumped.OrderRow(
                "order",
                order.id().number(),
                Dumped.hidden(stored.user()),
                order.status().name(),
                order.lines().stream().map(StateDump::line).toList(),
                order.delivery().name(),
                order.tip().plain(),
                order.total().plain());
    }

    private static Dumped.LineOfOrder line(Line line) {
        return new Dumped.LineOfOrder(
                line.product(), line.quantity(), line.price().plain());
    }

    private Dumped reply(byte[] key) {
        var reply = Format.decode(value(Table.REPLIES, key), KeptReply::readFrom);
        return new Dumped.ReplyRow(
                "reply",
                Keys.clientIn(key).toString(),
                reply.sequence(),
                reply.epoch(),
                reply.revision(),
                reply.outcome().words());
    }

    private byte[] value(Table table, byte[] key) {
        return tables.get(table, key)
                .orElseThrow(
                        () -> new IllegalStateException("a row of %s disappeared while it was read".formatted(table)));
    }
}
