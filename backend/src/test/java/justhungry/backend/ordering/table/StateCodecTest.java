package justhungry.backend.ordering.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import justhungry.api.client.ClientId;
import justhungry.api.shop.DeliveryOption;
import justhungry.api.shop.Money;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Product;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Request;
import justhungry.backend.ordering.OrderingHarness;
import justhungry.backend.ordering.state.CatalogueLoadedChange;
import justhungry.backend.ordering.state.Change;
import justhungry.backend.ordering.state.CompletionRecord;
import justhungry.backend.ordering.state.ContentDigest;
import justhungry.backend.ordering.state.DetailsSavedChange;
import justhungry.backend.ordering.state.OrderCancelledChange;
import justhungry.backend.ordering.state.OrderPlacedChange;
import justhungry.backend.ordering.state.OrderPlacedChange.OrderedProduct;
import justhungry.backend.ordering.state.ReplyRecordedChange;
import justhungry.backend.ordering.state.UpdateResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Golden bytes of logs and tables, which later versions must be able to read: a new value needs a new format version.
 */
class StateCodecTest {
    private static final ContentDigest CONTENT = new ContentDigest(0x0102030405060708L, 0x090a0b0c0d0e0f10L);
    private static final ClientId CLIENT = new ClientId(0xc11e, 0x77);

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(
                        new CatalogueLoadedChange(List.of(new Product("kale", new Money(99), 6))),
                        "02010101046b616c656306"),
                Arguments.of(
                        new DetailsSavedChange(OrderingHarness.ADA, OrderingHarness.ADAS_DETAILS),
                        "0201020000000000000ada000000000000000103416461084c6f76656c6163650d3032302d373934362d303030300744483120334c450e312050616c61636520477265656e"),
                Arguments.of(
                        new OrderPlacedChange(
                                new OrderId(300),
                                OrderingHarness.ADA,
                                List.of(
                                        new OrderedProduct(0, 2, new Money(99)),
                                        new OrderedProduct(1, 200, new Money(199))),
                                DeliveryOption.SAME_DAY,
                                new Money(150)),
                        "020103ac020000000000000ada00000000000000010200026301c801c7010853414d455f4441599601"),
                Arguments.of(new OrderCancelledChange(new OrderId(300)), "020104ac02"),
                Arguments.of(
                        replyKept(new UpdateResult.Saved()),
                        "020105000000000000c11e0000000000000077030102030405060708090a0b0c0d0e0f1004b709be290101"),
                Arguments.of(
                        replyKept(new UpdateResult.Placed(new OrderId(300))),
                        "020105000000000000c11e0000000000000077030102030405060708090a0b0c0d0e0f1004b709be2902ac0201"),
                Arguments.of(
                        replyKept(new UpdateResult.Cancelled(new OrderId(300))),
                        "020105000000000000c11e0000000000000077030102030405060708090a0b0c0d0e0f1004b709be2903ac0201"),
                Arguments.of(
                        replyKept(new UpdateResult.Refusal(RefusalReason.NOT_ACTIVE, "no")),
                        "020105000000000000c11e0000000000000077030102030405060708090a0b0c0d0e0f1004b709be29040a4e4f545f414354495645026e6f01"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void changesAreWrittenAsEverAndComeBack(Change change, String golden) {
        var payload = Change.encode(List.of(change));

        assertThat(HexFormat.of().formatHex(payload)).isEqualTo(golden);
        assertThat(Change.decode(payload)).containsExactly(change);
    }

    @Test
    void changesComeBackInTheirOrder() {
        var all = changes().map(arguments -> (Change) arguments.get()[0]).toList();

        assertThat(Change.decode(Change.encode(all))).isEqualTo(all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aPayloadThatIsCutOffOrTooLongIsRefused(Change change, String golden) {
        var payload = HexFormat.of().parseHex(golden);

        for (int length = 0; length < payload.length; length++) {
            assertRefused(Arrays.copyOf(payload, length));
        }
        assertRefused(Arrays.copyOf(payload, payload.length + 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aDamagedPayloadIsReadOrRefusedAndNothingElse(long seed) {
        var random = new Random(seed);
        var payload = Change.encode(
                changes().map(arguments -> (Change) arguments.get()[0]).toList());
        for (int i = 0; i < 5_000; i++) {
            var damaged = payload.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                Change.decode(damaged);
            } catch (IllegalArgumentException expected) {
                assertThat(expected).hasMessageNotContaining("Lovelace");
            }
        }
    }

    @Test
    void anotherVersionAndUnknownTagsAreRefused() {
        assertRefused(new byte[] {1, 0});
        assertRefused(new byte[] {2, 1, 99});
        assertThatThrownBy(() -> UpdateResult.readFrom(new ValueDecoder(new byte[] {99})))
                .isInstanceOf(IllegalArgumentException.class);
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
                        PRODUCTS 0000000000000000 = 02046b616c656305
                        PRODUCT_PLACES 6b616c65 = 0000000000000000
                        CUSTOMERS 0000000000000ada0000000000000001 = 0203416461084c6f76656c6163650d3032302d373934362d303030300744483120334c450e312050616c61636520477265656e
                        ORDERS 0000000000000001 = 020000000000000ada000000000000000103416461084c6f76656c6163650d3032302d373934362d303030300744483120334c450e312050616c61636520477265656e0101046b616c650263084e4558545f444159000943414e43454c4c4544
                        ORDERS 0000000000000002 = 020000000000000ada000000000000000103416461084c6f76656c6163650d3032302d373934362d303030300744483120334c450e312050616c61636520477265656e0201046b616c650163084e4558545f4441590006414354495645
                        ORDERS_BY_CUSTOMER 0000000000000ada00000000000000010000000000000001 =
                        ORDERS_BY_CUSTOMER 0000000000000ada00000000000000010000000000000002 =
                        ACTIVE_BY_CUSTOMER 0000000000000ada00000000000000010000000000000002 =
                        REPLIES 000000000000c11e0000000000000077 = 02050877c68943f5705e27baa8c4462dca140406050301
                        REPLY_WINDOW 0000000000000004 = 000000000000c11e0000000000000077
                        REPLY_WINDOW 0000000000000005 = 000000000000c11e0000000000000077
                        COUNTERS 666f72676f7474656e5f7265706c696573 = 0000000000000003
                        COUNTERS 666f72676f7474656e5f7265766973696f6e = 0000000000000002
                        COUNTERS 6f7264657273 = 0000000000000002
                        COUNTERS 70726f6475637473 = 0000000000000001
                        COUNTERS 7265706c696573 = 0000000000000005""");
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.array());
    }

    private static ReplyRecordedChange replyKept(UpdateResult outcome) {
        return new ReplyRecordedChange(CLIENT, new CompletionRecord(3, CONTENT, 4, 1207, 5310, outcome), 1);
    }

    private static void assertRefused(byte[] payload) {
        assertThatThrownBy(() -> Change.decode(payload)).isInstanceOf(IllegalArgumentException.class);
    }
}
