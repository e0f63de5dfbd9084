package justhungry.backend.ordering.state;

import static justhungry.backend.ordering.OrderingHarness.ADA;
import static justhungry.backend.ordering.OrderingHarness.BOB;
import static justhungry.backend.ordering.OrderingHarness.cancel;
import static justhungry.backend.ordering.OrderingHarness.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import justhungry.api.client.ClientId;
import justhungry.api.client.Reply;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Response;
import justhungry.backend.ordering.Ordering;
import justhungry.backend.ordering.OrderingHarness;
import org.junit.jupiter.api.Test;

public class AtMostOnceTest {
    private static final ClientId CLIENT = new ClientId(7, 7);

    private final OrderingHarness shop = OrderingHarness.withAda();

    @Test
    void aRepeatedOrderIsPlacedOnceAndGetsTheFirstReply() {
        var order = shop.envelope(CLIENT, 1, ADA, order("kale", 2));
        var first = shop.send(order);

        var epochLater = shop.ordering.decide(List.of(order), OrderingHarness.EPOCH + 1, 4, OrderingHarness.NOW);
        shop.ordering.commit(epochLater);

        assertThat(epochLater.replies()).containsExactly(first);
        assertThat(first.epoch()).isEqualTo(OrderingHarness.EPOCH);
        assertThat(first.revision()).isEqualTo(3);
        assertThat(first.updateNumber())
                .isEqualTo(shop.ordering.lastUpdateNumber())
                .isEqualTo(2);
        assertThat(EntryPayload.decode(epochLater.payload()).changes()).isEmpty();
        assertThat(shop.stock("kale")).isEqualTo(4);
    }

    @Test
    void everyUpdateHasItsOwnNumber_alsoWithinOneEntry_andSoHasARefusal() {
        var placed = shop.envelope(CLIENT, 1, ADA, order("kale", 1));
        var refused = shop.envelope(new ClientId(7, 8), 1, ADA, order("kale", 99));

        var decision =
                shop.ordering.decide(List.of(placed, placed, refused), OrderingHarness.EPOCH, 3, OrderingHarness.NOW);
        shop.ordering.commit(decision);

        assertThat(decision.replies()).extracting(Reply.Answered::updateNumber).containsExactly(2L, 2L, 3L);
        assertThat(shop.ordering.lastUpdateNumber()).isEqualTo(3);
    }

    @Test
    void aRepeatedOrderThatWasCancelledSinceStillGetsTheFirstReply() {
        var order = shop.envelope(CLIENT, 1, ADA, order("kale", 2));
        var first = shop.send(order);
        shop.send(ADA, cancel(1));

        assertThat(shop.send(order)).isEqualTo(first);
    }

    @Test
    void aRepeatedCancellationGivesTheStockBackOnceAndGetsTheFirstReply() {
        shop.send(ADA, order("kale", 2));
        var cancellation = shop.envelope(CLIENT, 1, ADA, cancel(1));
        var first = shop.send(cancellation);

        assertThat(shop.send(cancellation)).isEqualTo(first);
        assertThat(first.response()).isInstanceOf(Response.OrderCancelled.class);
        assertThat(shop.stock("kale")).isEqualTo(6);
    }

    @Test
    void aRefusalIsKeptTooSoARepeatIsNotCarriedOutWhenStockIsBack() {
        shop.send(ADA, order("kale", 6));
        var order = shop.envelope(CLIENT, 1, ADA, order("kale", 1));
        var first = shop.send(order);
        shop.send(ADA, cancel(1));

        assertThat(shop.send(order)).isEqualTo(first);
        assertThat(reason(first)).isEqualTo(RefusalReason.OUT_OF_STOCK);
        assertThat(shop.stock("kale")).isEqualTo(6);
    }

    @Test
    void twoCopiesInOneBatchTakeEffectOnce() {
        var order = shop.envelope(CLIENT, 1, ADA, order("kale", 2));

        var replies = shop.sendTogether(order, order);

        assertThat(replies.get(1)).isEqualTo(replies.get(0));
        assertThat(shop.stock("kale")).isEqualTo(4);
    }

    @Test
    void anIdThatIsUsedForAnotherRequestIsRefusedAndTheFirstReplyStays() {
        var order = shop.envelope(CLIENT, 1, ADA, order("kale", 2));
        var first = shop.send(order);

        var reply = shop.send(shop.envelope(CLIENT, 1, ADA, order("kale", 3)));

        assertThat(reason(reply)).isEqualTo(RefusalReason.INVALID);
        assertThat(((Response.Refused) reply.response()).message()).contains("used for another");
        assertThat(shop.stock("kale")).isEqualTo(4);
        assertThat(shop.send(order)).isEqualTo(first);
    }

    @Test
    void anotherUserWithTheSameIdNeverGetsTheFirstUsersReply() {
        shop.send(shop.envelope(CLIENT, 1, ADA, order("kale", 2)));

        assertThat(reason(shop.send(shop.envelope(CLIENT, 1, BOB, order("kale", 2)))))
                .isEqualTo(RefusalReason.INVALID);
    }

    @Test
    void aCopyThatArrivesAfterANewerRequestIsNeverCarriedOut() {
        var late = shop.envelope(CLIENT, 1, ADA, order("kale", 1));
        shop.send(shop.envelope(CLIENT, 2, ADA, order("apple", 1)));

        var reply = shop.send(late);

        assertThat(reason(reply)).isEqualTo(RefusalReason.EXPIRED);
        assertThat(shop.stock("kale")).isEqualTo(6);
    }

    @Test
    void whatIsRefusedByTheIdAloneChangesNothing() {
        var second = shop.envelope(CLIENT, 2, ADA, order("kale", 1));
        shop.send(second);
        var late = shop.envelope(CLIENT, 1, ADA, order("kale", 1));
        var reused = shop.envelope(CLIENT, 2, ADA, order("apple", 1));

        var decision = shop.ordering.decide(List.of(late, reused), OrderingHarness.EPOCH, 4, OrderingHarness.NOW);

        assertThat(EntryPayload.decode(decision.payload()).changes()).isEmpty();
        assertThat(decision.replies())
                .allSatisfy(reply -> assertThat(reply.revision()).isEqualTo(4));
    }

    @Test
    void theNextRequestOfAClientIsCarriedOut() {
        shop.send(shop.envelope(CLIENT, 1, ADA, order("kale", 1)));
        shop.send(shop.envelope(CLIENT, 2, ADA, order("kale", 1)));

        assertThat(shop.stock("kale")).isEqualTo(4);
    }

    @Test
    void aRepeatIsRecognisedAfterTheStateWasAppliedElsewhere() {
        var order = shop.envelope(CLIENT, 1, ADA, order("kale", 2));
        var decision = shop.ordering.decide(List.of(order), OrderingHarness.EPOCH, 3, OrderingHarness.NOW);
        var replicaTables = shop.tables.copy();
        var promoted = new Ordering(replicaTables, OrderingHarness.CATALOGUE);
        promoted.apply(OrderingHarness.EPOCH, 3, decision.payload());

        var repeat = promoted.decide(List.of(order), OrderingHarness.EPOCH + 1, 4, OrderingHarness.NOW);

        assertThat(repeat.replies()).isEqualTo(decision.replies());
        assertThat(EntryPayload.decode(repeat.payload()).changes()).isEmpty();
    }

    public static RefusalReason reason(Reply.Answered reply) {
        assertThat(reply.response()).isInstanceOf(Response.Refused.class);
        return ((Response.Refused) reply.response()).reason();
    }
}
