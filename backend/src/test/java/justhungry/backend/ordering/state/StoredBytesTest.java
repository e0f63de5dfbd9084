package justhungry.backend.ordering.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import justhungry.api.client.ClientId;
import justhungry.api.codec.NewerFormatException;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Money;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Product;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Request;
import justhungry.backend.ordering.OrderingHarness;
import justhungry.backend.ordering.state.OrderPlacedChange.OrderedProduct;
import justhungry.backend.ordering.table.ByteString;
import justhungry.backend.ordering.table.StateTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Golden bytes of logs and tables, which later versions must be able to read.
 */
class StoredBytesTest {
    private static final int VERSION_BYTES = 2;
    private static final ContentDigest CONTENT = new ContentDigest(0x0102030405060708L, 0x090a0b0c0d0e0f10L);
    private static final ClientId CLIENT = new ClientId(0xc11e, 0x77);

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(
                        new CatalogueLoadedChange(
                                List.of(new Product("kale", new Money(99), 6)),
                                List.of(new Delivery("SAME_DAY", "same day", new Money(100)))),
                        "080112260a240a0a0a046b616c651063180612160a0853414d455f444159120873616d65206461791864"),
                Arguments.of(
                        new DetailsSavedChange(OrderingHarness.ADA, OrderingHarness.ADAS_DETAILS),
                        "0801124d124b0a100000000000000ada000000000000000112370a0341646112084c6f76656c6163651a0d3032302d373934362d30303030220744483120334c452a0e312050616c61636520477265656e"),
                Arguments.of(
                        new OrderPlacedChange(
                                new OrderId(300),
                                OrderingHarness.ADA,
                                List.of(
                                        new OrderedProduct(0, 2, new Money(99)),
                                        new OrderedProduct(1, 200, new Money(199))),
                                1,
                                new Money(150)),
                        "0801122c1a2a08ac0212100000000000000ada00000000000000011a04100218631a08080110c80118c7012001289601"),
                Arguments.of(new OrderCancelledChange(new OrderId(300)), "08011205220308ac02"),
                Arguments.of(
                        replyKept(new UpdateResult.Saved()),
                        "0801123a2a380a10000000000000c11e000000000000007712220803121209080706050403020111100f0e0d0c0b0a09180420b70928be2932020a001801"),
                Arguments.of(
                        replyKept(new UpdateResult.Placed(new OrderId(300))),
                        "0801123d2a3b0a10000000000000c11e000000000000007712250803121209080706050403020111100f0e0d0c0b0a09180420b70928be293205120308ac021801"),
                Arguments.of(
                        replyKept(new UpdateResult.Cancelled(new OrderId(300))),
                        "0801123d2a3b0a10000000000000c11e000000000000007712250803121209080706050403020111100f0e0d0c0b0a09180420b70928be2932051a0308ac021801"),
                Arguments.of(
                        replyKept(new UpdateResult.Refusal(RefusalReason.NOT_ACTIVE, "no")),
                        "080112402a3e0a10000000000000c11e000000000000007712280803121209080706050403020111100f0e0d0c0b0a09180420b70928be2932082206080412026e6f1801"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void changesAreWrittenAsEverAndComeBack(Change change, String golden) {
        var payload = EntryPayload.opening(List.of(change));

        assertThat(HexFormat.of().formatHex(payload)).isEqualTo(golden);
        assertThat(EntryPayload.decode(payload).changes()).containsExactly(change);
    }

    @Test
    void changesComeBackInTheirOrder() {
        var all = changes().map(arguments -> (Change) arguments.get()[0]).toList();

        assertThat(EntryPayload.decode(EntryPayload.opening(all)).changes()).isEqualTo(all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aPayloadThatIsCutOffOrTooLongIsRefused(Change change, String golden) {
        var payload = HexFormat.of().parseHex(golden);

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
        var payload = EntryPayload.opening(
                changes().map(arguments -> (Change) arguments.get()[0]).toList());
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
        assertNewer("08071202" + "4a00", "Change 9 is unknown");
        assertNewer("08071206" + "2204" + "0801" + "1002", "OrderCancelledChange has an unknown field 2");
    }

    @Test
    void tablesAreWrittenAsEver() {
        var shop = new OrderingHarness(List.of(new Product("kale", new Money(99), 6)), 2);
        shop.send(OrderingHarness.ADA, new Request.SaveDetails(OrderingHarness.ADAS_DETAILS));
        shop.send(shop.envelope(CLIENT, 2, OrderingHarness.ADA, OrderingHarness.order("kale", 2)));
        shop.send(shop.envelope(CLIENT, 3, OrderingHarness.ADA, OrderingHarness.order("kale", 9)));
        shop.send(shop.envelope(CLIENT, 4, OrderingHarness.ADA, OrderingHarness.order("kale", 1)));
        shop.send(shop.envelope(CLIENT, 5, OrderingHarness.ADA, OrderingHarness.cancel(1)));

        var rows = Stream.of(StateTable.values())
                .flatMap(table -> shop.tables.rows(table).entrySet().stream()
                        .map(row -> "%s %s = %s"
                                .formatted(table, hex(row.getKey()), hex(row.getValue()))
                                .strip()))
                .collect(Collectors.joining("\n"));
        assertThat(rows).isEqualTo("""
            PRODUCTS 0000000000000000 = 0a046b616c6510631805
            PRODUCT_PLACES 6b616c65 = 0000000000000000
            CUSTOMERS 0000000000000ada0000000000000001 = 0a0341646112084c6f76656c6163651a0d3032302d373934362d30303030220744483120334c452a0e312050616c61636520477265656e
            ORDERS 0000000000000001 = 0a100000000000000ada000000000000000112370a0341646112084c6f76656c6163651a0d3032302d373934362d30303030220744483120334c452a0e312050616c61636520477265656e1a310801120a0a046b616c65100218631a160a084e4558545f44415912086e65787420646179180020002802309badd8b4a234
            ORDERS 0000000000000002 = 0a100000000000000ada000000000000000112370a0341646112084c6f76656c6163651a0d3032302d373934362d30303030220744483120334c452a0e312050616c61636520477265656e1a310802120a0a046b616c65100118631a160a084e4558545f44415912086e65787420646179180020002801309badd8b4a234
            ORDERS_BY_CUSTOMER 0000000000000ada00000000000000010000000000000001 =
            ORDERS_BY_CUSTOMER 0000000000000ada00000000000000010000000000000002 =
            ACTIVE_BY_CUSTOMER 0000000000000ada00000000000000010000000000000002 =
            REPLIES 000000000000c11e0000000000000077 = 08051212098ca3b5f5c3ece18d11caff238743cad3f918042006280532041a020801389badd8b4a234
            REPLY_WINDOW 0000000000000004 = 000000000000c11e0000000000000077
            REPLY_WINDOW 0000000000000005 = 000000000000c11e0000000000000077
            COUNTERS 646563696465645f6174 = 000001a22696169b
            COUNTERS 64656c69766572696573 = 0000000000000003
            COUNTERS 666f72676f7474656e5f7265706c696573 = 0000000000000003
            COUNTERS 666f72676f7474656e5f7265766973696f6e = 0000000000000002
            COUNTERS 6f7264657273 = 0000000000000002
            COUNTERS 70726f6475637473 = 0000000000000001
            COUNTERS 7265706c696573 = 0000000000000005
            DELIVERIES 0000000000000000 = 0a0954574f5f484f555253121777697468696e20746865206e657874203220686f75727318ac02
            DELIVERIES 0000000000000001 = 0a0853414d455f444159120873616d65206461791864
            DELIVERIES 0000000000000002 = 0a084e4558545f44415912086e657874206461791800
            DELIVERY_PLACES 4e4558545f444159 = 0000000000000002
            DELIVERY_PLACES 53414d455f444159 = 0000000000000001
            DELIVERY_PLACES 54574f5f484f555253 = 0000000000000000\
            """);
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.array());
    }

    private static ReplyRecordedChange replyKept(UpdateResult outcome) {
        return new ReplyRecordedChange(CLIENT, new CompletionRecord(3, CONTENT, 4, 1207, 5310, outcome, null), 1);
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
