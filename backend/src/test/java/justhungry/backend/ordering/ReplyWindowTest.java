package justhungry.backend.ordering;

import static justhungry.backend.ordering.OrderingHarness.ADA;
import static justhungry.backend.ordering.OrderingHarness.ADAS_DETAILS;
import static justhungry.backend.ordering.OrderingHarness.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.backend.ordering.state.AtMostOnceTest;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.backend.ordering.table.InMemoryTables;
import justhungry.backend.ordering.table.StateTable;
import org.junit.jupiter.api.Test;

class ReplyWindowTest {
    private static final Catalogue MUCH =
            Catalogue.withDefaultDeliveries(List.of(new Product("kale", new Money(99), 1_000_000)));
    private static final int KEPT = 3;

    private final OrderingHarness shop = new OrderingHarness(MUCH, KEPT);
    private final Envelope order;
    private final Reply.Answered first;

    ReplyWindowTest() {
        shop.send(ADA, new Request.SaveDetails(ADAS_DETAILS));
        order = shop.envelope(new ClientId(7, 7), 1, ADA, order("kale", 1));
        first = shop.send(order);
    }

    @Test
    void aReplyIsKeptWhileTheWindowHoldsIt() {
        othersOrder(KEPT - 1);

        assertThat(shop.send(order)).isEqualTo(first);
    }

    @Test
    void aRepeatWhoseReplyIsForgottenIsRefusedAndNotCarriedOut() {
        othersOrder(KEPT);

        assertThat(AtMostOnceTest.reason(shop.send(order))).isEqualTo(RefusalReason.EXPIRED);
        assertThat(shop.stock("kale")).isEqualTo(1_000_000 - 1 - KEPT);
    }

    @Test
    void aNewClientThatHasSeenAllForgottenRepliesIsServed() {
        othersOrder(KEPT);

        var reply = shop.send(shop.envelope(new ClientId(8, 8), 1, ADA, order("kale", 1)));

        assertThat(reply.response()).isInstanceOf(Response.OrderPlaced.class);
    }

    @Test
    void aRequestThatHasSeenNothingIsServedWhileNothingIsForgotten() {
        var unseen = new Envelope(new RequestId(new ClientId(8, 8), 1), 0, ADA, order("kale", 1));

        assertThat(shop.send(unseen).response()).isInstanceOf(Response.OrderPlaced.class);
    }

    @Test
    void theLimitIsTheHighestForgottenRevisionItself() {
        othersOrder(KEPT);
        long forgotten = first.revision();
        var tooOld = new Envelope(new RequestId(new ClientId(8, 8), 1), forgotten, ADA, order("kale", 1));
        var newEnough = new Envelope(new RequestId(new ClientId(9, 9), 1), forgotten + 1, ADA, order("kale", 1));

        assertThat(AtMostOnceTest.reason(shop.send(tooOld))).isEqualTo(RefusalReason.EXPIRED);
        assertThat(shop.send(newEnough).response()).isInstanceOf(Response.OrderPlaced.class);
    }

    @Test
    void aClientThatGoesOnOrderingIsNotForgottenWithItsOlderReplies() {
        var latest = order;
        var latestReply = first;
        for (int sequence = 2; sequence <= 2 * KEPT; sequence++) {
            latest = shop.envelope(order.id().client(), sequence, ADA, order("kale", 1));
            latestReply = shop.send(latest);
        }

        assertThat(shop.send(latest)).isEqualTo(latestReply);
        assertThat(AtMostOnceTest.reason(shop.send(order))).isEqualTo(RefusalReason.EXPIRED);
    }

    @Test
    void theKeptRepliesStayBoundedUnderManyClients() {
        othersOrder(2_000);

        assertThat(shop.tables.rows(StateTable.REPLIES)).hasSize(KEPT);
        assertThat(shop.tables.rows(StateTable.REPLY_WINDOW)).hasSize(KEPT);
    }

    @Test
    void aSmallerWindowIsComeToStepByStep() {
        var wide = new OrderingHarness(MUCH, 100);
        wide.send(ADA, new Request.SaveDetails(ADAS_DETAILS));
        send(wide, 99);
        var narrow = new Ordering(wide.tables, MUCH, 10);

        long index = wide.tables.appliedIndex() + 1;
        narrow.commit(narrow.decide(
                List.of(wide.envelope(new ClientId(5, 1), 1, ADA, order("kale", 1))),
                OrderingHarness.EPOCH,
                index,
                OrderingHarness.NOW));

        assertThat(wide.tables.rows(StateTable.REPLIES)).hasSize(99);
    }

    @Test
    void aReplicaWithAnotherSettingForgetsWhatThePrimaryForgets() {
        var replicaTables = shop.tables.copy();
        var replica = new Ordering(replicaTables, MUCH, 1_000);
        for (long index = replicaTables.appliedIndex() + 1; index < 20; index++) {
            var update = shop.envelope(new ClientId(6, index), 1, ADA, order("kale", 1));
            var decision = shop.ordering.decide(List.of(update), OrderingHarness.EPOCH, index, OrderingHarness.NOW);
            replica.apply(OrderingHarness.EPOCH, index, decision.payload());
            shop.ordering.commit(decision);
        }

        assertThat(replicaTables.rows(StateTable.REPLIES)).isEqualTo(shop.tables.rows(StateTable.REPLIES));
    }

    @Test
    void aWindowOfOneReplyHoldsTheNewest() {
        var smallest = new OrderingHarness(MUCH, 1);
        smallest.send(ADA, new Request.SaveDetails(ADAS_DETAILS));
        var newest = smallest.envelope(new ClientId(8, 8), 1, ADA, order("kale", 1));

        assertThat(smallest.send(newest)).isEqualTo(smallest.send(newest));
        assertThat(smallest.tables.rows(StateTable.REPLIES)).hasSize(1);
    }

    @Test
    void aWindowOfNoReplyIsRefused() {
        assertThatThrownBy(() -> new Ordering(new InMemoryTables(), MUCH, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1 reply");
    }

    private void othersOrder(int orders) {
        send(shop, orders);
    }

    private static void send(OrderingHarness shop, int orders) {
        for (int i = 0; i < orders; i++) {
            shop.send(ADA, order("kale", 1));
        }
    }
}
