package justhungry.backend.ordering;

import static justhungry.backend.ordering.OrderingHarness.ADA;
import static justhungry.backend.ordering.OrderingHarness.EPOCH;
import static justhungry.backend.ordering.OrderingHarness.NOW;
import static justhungry.backend.ordering.OrderingHarness.cancel;
import static justhungry.backend.ordering.OrderingHarness.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import justhungry.api.client.ClientId;
import justhungry.api.client.Reply;
import justhungry.api.codec.WireFormat;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Money;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.backend.ordering.state.EntryPayload;
import justhungry.backend.ordering.table.ByteString;
import justhungry.backend.ordering.table.StateTable;
import justhungry.backend.ordering.table.StateTables;
import justhungry.backend.ordering.table.TableKeys;
import org.junit.jupiter.api.Test;

/** Tests that what is stored are facts: an order keeps its fee, and its time is data that the primary decided. */
class StoredFactsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final OrderingHarness shop = OrderingHarness.withAda();

    @Test
    void whenTheFeesOfTheCatalogueChange_thenTheTotalOfAnOldOrderStays() {
        var sent = shop.envelope(new ClientId(7, 7), 1, ADA, sameDay());
        var first = shop.send(sent);
        setFeeOfSameDay(950);

        assertThat(placed(shop.send(ADA, sameDay())).total()).isEqualTo(new Money(99 + 950));
        assertThat(shown(1).total()).isEqualTo(new Money(99 + 100));
        assertThat(shop.send(sent)).as("the kept reply").isEqualTo(first);
        shop.send(ADA, cancel(1));
        assertThat(shown(1).total()).as("cancelled").isEqualTo(new Money(99 + 100));
    }

    @Test
    void aDeliveryThatIsNotInTheCatalogueIsRefused_andThoseThatAreAreNamed() {
        var request = new Request.PlaceOrder(List.of(new BasketItem("kale", 1)), "BY_DRONE", Money.ZERO);

        assertThat(shop.send(ADA, request))
                .isEqualTo(new Response.Refused(
                        RefusalReason.UNKNOWN_DELIVERY,
                        "there is no delivery BY_DRONE; choose one of: TWO_HOURS, SAME_DAY, NEXT_DAY"));
        assertThat(shop.stock("kale")).isEqualTo(6);
    }

    @Test
    void allUpdatesOfABatchWereDecidedAtTheTimeOfTheirEntry_inWholeMilliseconds() {
        shop.clock = NOW.plusNanos(456_789);

        var replies = shop.sendTogether(
                shop.envelope(new ClientId(7, 1), 1, ADA, order("kale", 1)),
                shop.envelope(new ClientId(7, 2), 1, ADA, order("flour", 1)),
                shop.envelope(new ClientId(7, 3), 1, ADA, cancel(1)));

        assertThat(replies).extracting(Reply.Answered::decidedAt).containsOnly(NOW);
        assertThat(shown(1).placedAt()).isEqualTo(NOW);
    }

    @Test
    void aReplyThatIsKeptHasTheTimeOfItsOwnDecision() {
        var sent = shop.envelope(new ClientId(7, 7), 1, ADA, order("kale", 1));
        var first = shop.send(sent);
        shop.clock = NOW.plus(HOUR);

        assertThat(shop.send(sent)).isEqualTo(first);
        assertThat(first.decidedAt()).isEqualTo(NOW);
    }

    @Test
    void aCancelledOrderKeepsTheTimeAtWhichItWasPlaced() {
        shop.send(ADA, order("kale", 1));
        shop.clock = NOW.plus(HOUR);
        shop.send(ADA, cancel(1));

        assertThat(shown(1).placedAt()).isEqualTo(NOW);
    }

    @Test
    void whenTheClockIsSetBack_thenTheNextDecisionsAreNoEarlierThanTheLast() {
        shop.send(ADA, order("kale", 1));
        shop.clock = NOW.minus(HOUR);

        assertThat(placed(shop.send(ADA, order("kale", 1))).placedAt()).isEqualTo(NOW);
        assertThat(shop.ordering.timeAt(NOW.minus(HOUR))).isEqualTo(NOW);
        assertThat(shop.ordering.timeAt(NOW.plus(HOUR))).isEqualTo(NOW.plus(HOUR));
    }

    /** The rows are what a snapshot has, too. */
    @Test
    void whenTheClockOfTheNextPrimaryIsBehind_thenItsDecisionsAreNoEarlierThanThoseBefore() {
        var next = new Ordering(shop.tables.copy(), OrderingHarness.CATALOGUE);
        next.apply(EPOCH + 1, 3, next.openingPayload());
        var update = shop.envelope(new ClientId(7, 7), 1, ADA, order("kale", 1));

        var decision = next.decide(List.of(update), EPOCH + 1, 4, NOW.minus(HOUR));

        assertThat(decision.replies()).extracting(Reply.Answered::decidedAt).containsExactly(NOW);
        assertThat(EntryPayload.decode(decision.payload()).decidedAt()).isEqualTo(NOW);
    }

    @Test
    void anEntryThatOnlyOpensAnEpochHasNoTime() {
        assertThat(EntryPayload.decode(shop.ordering.openingPayload()).decidedAt())
                .isNull();
    }

    @Test
    void anEntryThatIsEarlierThanTheOneBeforeIsABrokenInvariant() {
        var before = shop.tables.copy();
        var payload = EntryPayload.decided(List.of(), NOW.minusMillis(1));

        assertThatThrownBy(() -> shop.ordering.apply(EPOCH, 3, payload)).isInstanceOf(IllegalStateException.class);
        OrderingTest.assertSameTables(shop.tables, before);
    }

    @Test
    void theTimeBeforeTheFirstDecisionIsThatOfTheClock() {
        var empty = new OrderingHarness(OrderingHarness.CATALOGUE, 1);

        assertThat(empty.ordering.timeAt(Instant.EPOCH.plusMillis(7))).isEqualTo(Instant.EPOCH.plusMillis(7));
    }

    private void setFeeOfSameDay(long pence) {
        int place = 1;
        var dearer = new Delivery("SAME_DAY", "same day, by bicycle", new Money(pence));
        shop.tables.write(
                List.of(new StateTables.Write(
                        StateTable.DELIVERIES,
                        new ByteString(TableKeys.number(place)),
                        new ByteString(WireFormat.encode(dearer)))),
                shop.tables.appliedIndex());
    }

    private static Request.PlaceOrder sameDay() {
        return new Request.PlaceOrder(List.of(new BasketItem("kale", 1)), "SAME_DAY", Money.ZERO);
    }

    private static Order placed(Response response) {
        return ((Response.OrderPlaced) response).order();
    }

    private Order shown(long number) {
        var page = (Response.Orders) shop.ordering.read(ADA, new Request.ViewOrder(new OrderId(number)));
        return page.orders().get(0);
    }
}
