package justhungry.backend.ordering.state;

import static justhungry.backend.ordering.OrderingHarness.ADA;
import static justhungry.backend.ordering.OrderingHarness.BOB;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import justhungry.api.client.ClientId;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Money;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.OrderingHarness;
import justhungry.backend.ordering.OrderingTest;
import justhungry.backend.ordering.table.ByteString;
import justhungry.backend.ordering.table.StateTable;
import justhungry.backend.ordering.table.StateTables;
import justhungry.backend.ordering.table.TableKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeTest {
    private static final ContactDetails OTHER_DETAILS = new ContactDetails("Ada", "King", "1", "DH1 3LE", "Elsewhere");

    /** Ada has placed an order and cancelled it. */
    private final OrderingHarness shop = OrderingHarness.withAda();

    ChangeTest() {
        shop.send(ADA, OrderingHarness.order("kale", 1));
        shop.send(ADA, OrderingHarness.cancel(1));
    }

    static Stream<Change> changesThatDoNotFit() {
        return Stream.of(
                placed(3, ADA, 0, 0), // order 2 is due
                placed(2, BOB, 0, 0), // he has no details
                placed(2, ADA, 99, 0), // the catalogue has no such place
                placed(2, ADA, 0, 99), // nor such a delivery
                new OrderCancelledChange(new OrderId(1)), // for the second time
                new OrderCancelledChange(new OrderId(2)), // it was never placed
                replyKept(99)); // forgets more than there are
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changesThatDoNotFit")
    void whatDoesNotFitTheStateIsABrokenInvariant_andNothingIsWritten(Change change) {
        var before = shop.tables.copy();
        var payload = EntryPayload.opening(List.of(new DetailsSavedChange(ADA, OTHER_DETAILS), change));

        assertThatThrownBy(() -> shop.ordering.apply(OrderingHarness.EPOCH, before.appliedIndex() + 1, payload))
                .isInstanceOf(IllegalStateException.class);
        OrderingTest.assertSameTables(shop.tables, before);
    }

    @Test
    void whenTheCatalogueHasLostAProduct_thenItsOrderIsNotCancelledInSilence() {
        shop.send(ADA, OrderingHarness.order("kale", 1));
        shop.tables.write(
                List.of(new StateTables.Write(StateTable.PRODUCT_PLACES, new ByteString(TableKeys.name("kale")), null)),
                5);
        var payload = EntryPayload.opening(List.of(new OrderCancelledChange(new OrderId(2))));

        assertThatThrownBy(() -> shop.ordering.apply(OrderingHarness.EPOCH, 6, payload))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("order 2 has kale");
    }

    private static Change placed(long number, UserId user, int place, int delivery) {
        var product = new OrderPlacedChange.OrderedProduct(place, 1, new Money(99));
        return new OrderPlacedChange(new OrderId(number), user, List.of(product), delivery, Money.ZERO);
    }

    private static Change replyKept(int forgotten) {
        return new ReplyRecordedChange(
                new ClientId(7, 7), 1, forgotten, new ContentDigest(1, 1), new UpdateResult.Saved());
    }
}
