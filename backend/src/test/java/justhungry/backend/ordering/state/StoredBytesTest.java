package justhungry.backend.ordering.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import justhungry.api.client.ClientId;
import justhungry.api.codec.GoldenBytes;
import justhungry.api.codec.NewerFormatException;
import justhungry.api.codec.WireFormat;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Money;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Product;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Request;
import justhungry.backend.ordering.OrderingHarness;
import justhungry.backend.ordering.state.OrderPlacedChange.OrderedProduct;
import justhungry.backend.ordering.table.StateTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of logs and tables of every version until now, which later ones must be able to read. */
class StoredBytesTest {
    private static final int VERSION_BYTES = 2;
    private static final ContentDigest CONTENT = new ContentDigest(0x0102030405060708L, 0x090a0b0c0d0e0f10L);
    private static final ClientId CLIENT = new ClientId(0xc11e, 0x77);
    private static final GoldenBytes GOLDEN = new GoldenBytes("stored");

    private static final List<RowType> ROWS = List.of(
            new RowType("of products,", Product.class),
            new RowType("of deliveries,", Delivery.class),
            new RowType("of customers,", ContactDetails.class),
            new RowType("of orders,", StoredOrder.class),
            new RowType("of replies,", CompletionRecord.class));

    static Stream<Change> changes() {
        return Stream.of(
                new CatalogueLoadedChange(
                        List.of(new Product("kale", new Money(99), 6)),
                        List.of(new Delivery("SAME_DAY", "same day", new Money(100)))),
                new DetailsSavedChange(OrderingHarness.ADA, OrderingHarness.ADAS_DETAILS),
                new OrderPlacedChange(
                        new OrderId(300),
                        OrderingHarness.ADA,
                        List.of(new OrderedProduct(0, 2, new Money(99)), new OrderedProduct(1, 200, new Money(199))),
                        1,
                        new Money(150)),
                new OrderCancelledChange(new OrderId(300)),
                replyKept(new UpdateResult.Saved()),
                replyKept(new UpdateResult.Placed(new OrderId(300))),
                replyKept(new UpdateResult.Cancelled(new OrderId(300))),
                replyKept(new UpdateResult.Refusal(RefusalReason.NOT_ACTIVE, "no")));
    }

    @Test
    void logAndTablesAreWrittenAsEver() {
        GOLDEN.check(now());
    }

    @ParameterizedTest(name = "format {0}: {1}", allowZeroInvocations = true)
    @MethodSource("ofEveryVersion")
    void theBytesOfEveryVersionAreRead_andNothingIsLost(int version, String name, byte[] golden) {
        if (name.startsWith("change")) {
            var read = EntryPayload.decode(golden);
            assertThat(WireFormat.encode(read)).isEqualTo(golden);
        } else if (name.startsWith("row")) {
            var row = ROWS.stream().filter(type -> name.contains(type.table())).findFirst();
            row.ifPresent(type -> assertThat(WireFormat.encode(WireFormat.decode(type.type(), golden)))
                    .isEqualTo(golden));
        }
    }

    static Stream<Arguments> ofEveryVersion() {
        return GOLDEN.ofEveryVersion();
    }

    @Test
    void changesComeBackInTheirOrder() {
        var all = changes().toList();

        assertThat(EntryPayload.decode(EntryPayload.opening(all)).changes()).isEqualTo(all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aPayloadThatIsCutOffOrTooLongIsRefused(Change change) {
        var payload = EntryPayload.opening(List.of(change));

        for (int length = 0; length < payload.length; length++) {
            if (length != VERSION_BYTES) { // The version alone: no changes.
                assertRefused(Arrays.copyOf(payload, length));
            }
        }
        assertRefused(Arrays.copyOf(payload, payload.length + 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aDamagedPayloadIsReadOrRefusedAndNothingElse(long seed) {
        var random = new Random(seed);
        var payload = EntryPayload.opening(changes().toList());
        for (int i = 0; i < 5_000; i++) {
            var damaged = payload.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                EntryPayload.decode(damaged);
            } catch (IllegalArgumentException expected) {
                assertThat(expected).hasMessageNotContaining("Lovelace");
            }
        }
    }

    @Test
    void aChangeOrAFieldOfANewerVersionIsNotSkipped_andNotTakenForDamage() {
        assertNewer("0807" + "7a00", "EntryPayload has an unknown field 15");
        assertNewer("0807" + "3a04" + "0801" + "1002", "OrderCancelledChange has an unknown field 2");
    }

    /** All changes, and the rows of a small shop, by name. */
    private static Map<String, byte[]> now() {
        var now = new LinkedHashMap<String, byte[]>();
        changes().forEach(change -> now.put(name(change), EntryPayload.opening(List.of(change))));
        now.put(
                "change with the time of its decision",
                EntryPayload.decided(List.of(new OrderCancelledChange(new OrderId(300))), OrderingHarness.NOW));
        var shop = new OrderingHarness(List.of(new Product("kale", new Money(99), 6)), 2);
        shop.send(OrderingHarness.ADA, new Request.SaveDetails(OrderingHarness.ADAS_DETAILS));
        shop.send(shop.envelope(CLIENT, 2, OrderingHarness.ADA, OrderingHarness.order("kale", 2)));
        shop.send(shop.envelope(CLIENT, 3, OrderingHarness.ADA, OrderingHarness.order("kale", 9)));
        shop.send(shop.envelope(CLIENT, 4, OrderingHarness.ADA, OrderingHarness.order("kale", 1)));
        shop.send(shop.envelope(CLIENT, 5, OrderingHarness.ADA, OrderingHarness.cancel(1)));
        for (var table : StateTable.ALL) {
            shop.tables
                    .rows(table)
                    .forEach((key, value) -> now.put(
                            "row of %s, key %s".formatted(table, HexFormat.of().formatHex(key.array())),
                            value.array()));
        }
        return now;
    }

    private static String name(Change change) {
        var name = "change " + change.getClass().getSimpleName();
        return change instanceof ReplyRecordedChange recorded
                ? "%s, %s".formatted(name, recorded.result().getClass().getSimpleName())
                : name;
    }

    /** A table whose rows are records. */
    private record RowType(String table, Class<? extends Record> type) {}

    private static ReplyRecordedChange replyKept(UpdateResult outcome) {
        return new ReplyRecordedChange(CLIENT, 3, 1, CONTENT, outcome);
    }

    private static void assertNewer(String payload, String why) {
        assertThatThrownBy(() -> EntryPayload.decode(HexFormat.of().parseHex(payload)))
                .isInstanceOf(NewerFormatException.class)
                .hasMessageContaining(why);
    }

    private static void assertRefused(byte[] payload) {
        assertThatThrownBy(() -> EntryPayload.decode(payload)).isInstanceOf(IllegalArgumentException.class);
    }
}
