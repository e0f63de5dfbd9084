package justhungry.backend.ordering;

import static justhungry.backend.ordering.Shop.ADA;
import static justhungry.backend.ordering.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import java.util.List;
import java.util.stream.Collectors;
import justhungry.api.client.ClientId;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import justhungry.api.shop.Request;
import justhungry.backend.ordering.state.Dumped;
import justhungry.backend.ordering.table.Bytes;
import justhungry.backend.ordering.table.Counter;
import justhungry.backend.ordering.table.CountingTables;
import justhungry.backend.ordering.table.InMemoryTables;
import justhungry.backend.ordering.table.Table;
import justhungry.backend.ordering.table.Tables;
import org.junit.jupiter.api.Test;

class StateDumpTest {
    private final Shop shop = Shop.withAda();

    @Test
    void everyRowIsShown() {
        shop.send(ADA, order("kale", 2));
        shop.send(ADA, order("flour", 1));
        shop.send(ADA, Shop.cancel(1));

        assertThat(json(StateDump.rows(shop.tables).toList()))
                .contains("{\"row\":\"counter\",\"name\":\"orders\",\"value\":1}")
                .contains("{\"row\":\"product\",\"place\":0,\"name\":\"kale\",\"price\":\"0.99\",\"stock\":6}")
                .contains(
                        "\"status\":\"CANCELLED\",\"lines\":[{\"product\":\"kale\",\"quantity\":2,\"price\":\"0.99\"}]")
                .contains("\"sequence\":1,\"epoch\":4,\"revision\":4,\"outcome\":\"refused OUT_OF_STOCK\"}")
                .contains("\"row\":\"customer\"");
    }

    @Test
    void everyChangeOfAnEntryIsShown() {
        var updates = List.of(
                shop.envelope(new ClientId(1, 1), 1, ADA, order("kale", 1)),
                shop.envelope(new ClientId(1, 1), 2, ADA, Shop.cancel(1)),
                shop.envelope(new ClientId(1, 1), 3, ADA, new Request.SaveDetails(Shop.ADAS_DETAILS)));
        var payload = shop.ordering.decide(updates, Shop.EPOCH, 3).payload();

        assertThat(json(StateDump.changes(payload)))
                .contains("{\"change\":\"order placed\",\"order\":1}")
                .contains("{\"change\":\"order cancelled\",\"order\":1}")
                .contains("{\"change\":\"details saved\",\"user\":")
                .contains("\"sequence\":1,\"outcome\":\"placed order 1\",\"forgotten\":0}")
                .contains("\"sequence\":2,\"outcome\":\"cancelled order 1\",\"forgotten\":0}")
                .contains("\"sequence\":3,\"outcome\":\"details saved\",\"forgotten\":0}");
        var opening = new Ordering(new InMemoryTables(), Shop.CATALOGUE).openingPayload();
        assertThat(json(StateDump.changes(opening))).isEqualTo("{\"change\":\"catalogue loaded\",\"products\":3}");
    }

    @Test
    void neitherTheSecretIdNorTheDetailsOfAUserAreShown() {
        shop.send(ADA, order("kale", 2));

        var shown = json(StateDump.rows(shop.tables).toList());

        assertThat(Dumped.hidden(ADA)).matches("[0-9a-f]{8}").isNotEqualTo(Dumped.hidden(Shop.BOB));
        assertThat(shown).contains(Dumped.hidden(ADA)).doesNotContain("ada", "Ada", "Lovelace", "Palace");
    }

    @Test
    void aRowThatVanishesWhileTheStateIsReadIsNotPassedOver() {
        var removal = new Tables.Write(Table.COUNTERS, new Bytes(Counter.ORDERS.key()), null);
        shop.send(ADA, order("kale", 1));

        assertThatThrownBy(() -> StateDump.rows(shop.tables).forEach(row -> shop.tables.write(List.of(removal), 3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a row of COUNTERS disappeared");
    }

    @Test
    void aStateOfManyPagesIsReadPageByPage() {
        var large = new Shop(List.of(new Product("kale", new Money(99), 10_000)), 1_000);
        large.send(ADA, new Request.SaveDetails(Shop.ADAS_DETAILS));
        for (int i = 0; i < 600; i++) {
            large.send(ADA, order("kale", 1));
        }
        var counting = new CountingTables(large.tables);

        StateDump.rows(counting).limit(10).forEach(row -> {});
        assertThat(counting.keysScanned).isLessThan(600);

        var orders = StateDump.rows(large.tables)
                .filter(Dumped.OrderRow.class::isInstance)
                .map(row -> ((Dumped.OrderRow) row).order())
                .toList();
        assertThat(orders).hasSize(600).doesNotHaveDuplicates().startsWith(600L).endsWith(1L);
    }

    private static String json(List<Dumped> rows) {
        return rows.stream().map(new Gson()::toJson).collect(Collectors.joining("\n"));
    }
}
