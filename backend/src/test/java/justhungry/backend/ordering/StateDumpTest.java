package justhungry.backend.ordering;

import static justhungry.backend.ordering.OrderingHarness.ADA;
import static justhungry.backend.ordering.OrderingHarness.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import java.util.List;
import java.util.stream.Collectors;
import justhungry.api.client.ClientId;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import justhungry.api.shop.Request;
import justhungry.backend.ordering.state.DumpRow;
import justhungry.backend.ordering.table.ByteString;
import justhungry.backend.ordering.table.CountingTables;
import justhungry.backend.ordering.table.InMemoryTables;
import justhungry.backend.ordering.table.StateCounter;
import justhungry.backend.ordering.table.StateTable;
import justhungry.backend.ordering.table.StateTables;
import org.junit.jupiter.api.Test;

class StateDumpTest {
    private final OrderingHarness shop = OrderingHarness.withAda();

    @Test
    void everyRowIsShown() {
        shop.send(ADA, order("kale", 2));
        shop.send(ADA, order("flour", 1));
        shop.send(ADA, OrderingHarness.cancel(1));

        assertThat(json(StateDump.rows(shop.tables).toList()))
                .contains("{\"row\":\"counter\",\"name\":\"orders\",\"value\":1}")
                .contains("{\"row\":\"product\",\"place\":0,\"name\":\"kale\",\"price\":\"0.99\",\"stock\":6}")
                .contains("{\"row\":\"delivery\",\"place\":2,\"code\":\"NEXT_DAY\",\"label\":\"next"
                        + " day\",\"fee\":\"0.00\"}")
                .contains(
                        "\"status\":\"CANCELLED\",\"lines\":[{\"product\":\"kale\",\"quantity\":2,\"price\":\"0.99\"}]")
                .contains("\"sequence\":1,\"epoch\":4,\"revision\":4,\"outcome\":\"refused OUT_OF_STOCK\"}")
                .contains("\"row\":\"customer\"");
    }

    @Test
    void everyChangeOfAnEntryIsShown() {
        var updates = List.of(
                shop.envelope(new ClientId(1, 1), 1, ADA, order("kale", 1)),
                shop.envelope(new ClientId(1, 1), 2, ADA, OrderingHarness.cancel(1)),
                shop.envelope(new ClientId(1, 1), 3, ADA, new Request.SaveDetails(OrderingHarness.ADAS_DETAILS)));
        var payload = shop.ordering
                .decide(updates, OrderingHarness.EPOCH, 3, OrderingHarness.NOW)
                .payload();

        assertThat(json(StateDump.changes(payload)))
                .contains("{\"change\":\"order placed\",\"order\":1}")
                .contains("{\"change\":\"order cancelled\",\"order\":1}")
                .contains("{\"change\":\"details saved\",\"user\":")
                .contains("\"sequence\":1,\"outcome\":\"placed order 1\",\"forgotten\":0}")
                .contains("\"sequence\":2,\"outcome\":\"cancelled order 1\",\"forgotten\":0}")
                .contains("\"sequence\":3,\"outcome\":\"details saved\",\"forgotten\":0}");
        var opening = new Ordering(new InMemoryTables(), OrderingHarness.CATALOGUE).openingPayload();
        assertThat(json(StateDump.changes(opening)))
                .isEqualTo("{\"change\":\"catalogue loaded\",\"products\":3,\"deliveries\":3}");
    }

    @Test
    void neitherTheSecretIdNorTheDetailsOfAUserAreShown() {
        shop.send(ADA, order("kale", 2));

        var shown = json(StateDump.rows(shop.tables).toList());

        assertThat(DumpRow.hidden(ADA)).matches("[0-9a-f]{8}").isNotEqualTo(DumpRow.hidden(OrderingHarness.BOB));
        assertThat(shown).contains(DumpRow.hidden(ADA)).doesNotContain("ada", "Ada", "Lovelace", "Palace");
    }

    @Test
    void aRowThatVanishesWhileTheStateIsReadIsNotPassedOver() {
        var removal = new StateTables.Write(StateTable.COUNTERS, new ByteString(StateCounter.ORDERS.key()), null);
        shop.send(ADA, order("kale", 1));

        assertThatThrownBy(() -> StateDump.rows(shop.tables).forEach(row -> shop.tables.write(List.of(removal), 3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a row of counters disappeared");
    }

    @Test
    void aStateOfManyPagesIsReadPageByPage() {
        var large = new OrderingHarness(List.of(new Product("kale", new Money(99), 10_000)), 1_000);
        large.send(ADA, new Request.SaveDetails(OrderingHarness.ADAS_DETAILS));
        for (int i = 0; i < 600; i++) {
            large.send(ADA, order("kale", 1));
        }
        var counting = new CountingTables(large.tables);

        StateDump.rows(counting).limit(10).forEach(row -> {});
        assertThat(counting.keysScanned).isLessThan(600);

        var orders = StateDump.rows(large.tables)
                .filter(DumpRow.OrderRow.class::isInstance)
                .map(row -> ((DumpRow.OrderRow) row).order())
                .toList();
        assertThat(orders).hasSize(600).doesNotHaveDuplicates().startsWith(600L).endsWith(1L);
    }

    private static String json(List<DumpRow> rows) {
        return rows.stream().map(new Gson()::toJson).collect(Collectors.joining("\n"));
    }
}
