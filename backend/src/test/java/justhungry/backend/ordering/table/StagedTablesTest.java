package justhungry.backend.ordering.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import justhungry.api.codec.WireFormat;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StagedTablesTest {
    private static final byte[] KEY = TableKeys.number(7);
    private static final byte[] LOWER_KEY = TableKeys.number(3);
    private static final Product APPLE = new Product("apple", new Money(199), 15);

    private final InMemoryTables tables = new InMemoryTables();
    private final StagedTables staged = new StagedTables(tables);

    @BeforeEach
    void store() {
        var before = new StagedTables(tables);
        before.putRow(StateTable.PRODUCTS, KEY, APPLE);
        tables.write(before.writes(), 1);
    }

    @Test
    void aRowIsReadAsRecordAndAsBytes_fromTheTablesAndAsItIsStaged() {
        assertThat(row()).contains(APPLE);

        staged.putRow(StateTable.PRODUCTS, KEY, APPLE.withStock(14));

        assertThat(row()).contains(APPLE.withStock(14));
        assertThat(staged.get(StateTable.PRODUCTS, KEY)).contains(WireFormat.encode(APPLE.withStock(14)));

        staged.put(StateTable.PRODUCTS, KEY, WireFormat.encode(APPLE.withStock(13)));

        assertThat(row()).contains(APPLE.withStock(13));
    }

    @Test
    void whatIsRemovedIsGone_untilItIsWrittenAgain() {
        staged.remove(StateTable.PRODUCTS, KEY);

        assertThat(row()).isEmpty();
        assertThat(staged.get(StateTable.PRODUCTS, KEY)).isEmpty();

        staged.putRow(StateTable.PRODUCTS, KEY, APPLE);

        assertThat(row()).contains(APPLE);
    }

    @Test
    void theLastWriteOfAKeyIsWritten_byTableAndKey() {
        staged.put(StateTable.COUNTERS, KEY, new byte[] {1});
        staged.putRow(StateTable.PRODUCTS, KEY, APPLE.withStock(14));
        staged.putRow(StateTable.PRODUCTS, KEY, APPLE.withStock(13));
        staged.remove(StateTable.PRODUCTS, LOWER_KEY);

        assertThat(staged.writes())
                .isEqualTo(List.of(
                        new StateTables.Write(StateTable.PRODUCTS, new ByteString(LOWER_KEY), null),
                        new StateTables.Write(
                                StateTable.PRODUCTS,
                                new ByteString(KEY),
                                new ByteString(WireFormat.encode(APPLE.withStock(13)))),
                        new StateTables.Write(
                                StateTable.COUNTERS, new ByteString(KEY), new ByteString(new byte[] {1}))));
        assertThat(tables.get(StateTable.PRODUCTS, KEY)).as("only staged").contains(WireFormat.encode(APPLE));
    }

    private Optional<Product> row() {
        return staged.row(StateTable.PRODUCTS, KEY, Product.class);
    }
}
