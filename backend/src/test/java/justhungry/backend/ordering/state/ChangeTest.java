package justhungry.backend.ordering.state;

import static justhungry.backend.ordering.Shop.ADA;
import static justhungry.backend.ordering.Shop.BOB;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import justhungry.api.client.ClientId;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Money;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.OrderingTest;
import justhungry.backend.ordering.Shop;
import justhungry.backend.ordering.table.Bytes;
import justhungry.backend.ordering.table.Keys;
import justhungry.backend.ordering.table.Table;
import justhungry.backend.ordering.table.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeTest {
    private static final long NEXT_TURN = 4;
    private static final ContactDetails OTHER_DETAILS = new ContactDetails("Ada", "King", "1", "DH1 3LE", "Elsewhere");

    /** Ada has placed an order and cancelled it. */
    private final Shop shop = Shop.withAda();

    ChangeTest() {
        shop.send(ADA, Shop.order("kale", 1));
        shop.send(ADA, Shop.cancel(1));
    }

    static Stream<Change> changesThatDoNotFit() {
        return Stream.of(
                placed(3, ADA, 0), // order 2 is due
                placed(2, BOB, 0), // he has no details
                placed(2, ADA, 99), // the catalogue has no such place
                new OrderCancelled(new OrderId(1)), // for the second time
                new OrderCancelled(new OrderId(2)), // it was never placed
                replyKept(NEXT_TURN + 1, 0),
                replyKept(NEXT_TURN, 99)); // forgets more than there are
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changesThatDoNotFit")
    void whatDoesNotFitTheStateIsABrokenInvariant_andNothingIsWritten(Change change) {
        var before = shop.tables.copy();
        var payload = Change.encode(List.of(new DetailsSaved(ADA, OTHER_DETAILS), change));

        assertThatThrownBy(() -> shop.ordering.apply(before.appliedIndex() + 1, payload))
                .isInstanceOf(IllegalStateException.class);
        OrderingTest.assertSameTables(shop.tables, before);
    }

    @Test
    void whenTheCatalogueHasLostAProduct_thenItsOrderIsNotCancelledInSilence() {
        shop.send(ADA, Shop.order("kale", 1));
        shop.tables.write(List.of(new Tables.Write(Table.PRODUCT_PLACES, new Bytes(Keys.name("kale")), null)), 5);
        var payload = Change.encode(List.of(new OrderCancelled(new OrderId(2))));

        assertThatThrownBy(() -> shop.ordering.apply(6, payload))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("order 2 has kale");
    }

    private static Change placed(long number, UserId user, int place) {
        var product = new OrderPlaced.Portion(place, 1, new Money(99));
        return new OrderPlaced(new OrderId(number), user, List.of(product), Delivery.NEXT_DAY, Money.ZERO);
    }

    private static Change replyKept(long updateNumber, int forgotten) {
        var reply = new KeptReply(1, new Digest(1, 1), Shop.EPOCH, 5, updateNumber, new Outcome.Saved());
        return new ReplyKept(new ClientId(7, 7), reply, forgotten);
    }
}
