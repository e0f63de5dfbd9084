package justhungry.backend.node;

import static justhungry.backend.node.ThreeNodes.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import justhungry.api.client.Reply;
import justhungry.api.cluster.View;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A repeat of an update that was carried out is no new update: it needs no memory. */
class MemoryShortageTest {
    private static final long CLIENT = 1;
    private static final Optional<String> SHORTAGE = Optional.of("312 of 341 MB are in use");

    private final ThreeNodes nodes = ThreeNodes.serving();

    @BeforeEach
    void adaIsACustomer() {
        nodes.send(99, ThreeNodes.DETAILS);
        nodes.deliverAll();
    }

    @Test
    void anUpdateThatWasCarriedOutBeforeGetsItsFirstReply_andNothingIsLogged() {
        nodes.send(CLIENT, order(1));
        nodes.deliverAll();
        long last = nodes.primary.status().lastIndex();
        nodes.primary.onMemory(SHORTAGE);

        nodes.send(CLIENT, order(1));
        nodes.deliverAll();

        assertPlacedOnce();
        assertThat(nodes.primary.status().lastIndex()).isEqualTo(last);
    }

    @Test
    void anotherUpdateWithTheSameIdIsToldThatItsIdWasUsed() {
        nodes.send(CLIENT, order(1));
        nodes.deliverAll();
        nodes.primary.onMemory(SHORTAGE);

        nodes.send(CLIENT, order(2));

        assertThat(nodes.replies(CLIENT).get(1))
                .isInstanceOfSatisfying(
                        Reply.Answered.class,
                        answered -> assertThat(answered.response())
                                .isInstanceOfSatisfying(
                                        Response.Refused.class,
                                        refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.INVALID)));
    }

    @Test
    void aRepeatWaitsForTheBatchThatMayHaveTheUpdate() {
        nodes.send(CLIENT, order(1));
        nodes.primary.onMemory(SHORTAGE);
        nodes.send(CLIENT, order(1));
        assertThat(nodes.replies(CLIENT)).isEmpty();

        nodes.deliverAll();
        nodes.primary.flush(nodes.now());

        assertPlacedOnce();
    }

    @Test
    void aRepeatWaitsUntilANewPrimaryKnowsWhatTheOneBeforeHadDecided() {
        nodes.send(CLIENT, order(1));
        nodes.deliverAll();
        nodes.replica.onMemory(SHORTAGE);
        nodes.replica.onView(new View(2, nodes.store2.member(), nodes.view.inSync()), nodes.now());

        nodes.submit(nodes.replica, CLIENT, order(1));
        nodes.replica.flush(nodes.now());
        nodes.deliverAll();
        nodes.replica.flush(nodes.now());

        assertPlacedOnce();
    }

    private void assertPlacedOnce() {
        var replies = nodes.replies(CLIENT);
        assertThat(replies).hasSize(2);
        assertThat(replies.get(0))
                .isInstanceOfSatisfying(
                        Reply.Answered.class,
                        answered -> assertThat(answered.response()).isInstanceOf(Response.OrderPlaced.class));
        assertThat(replies.get(1)).isEqualTo(replies.get(0));
        assertThat(nodes.primary.status().storedOrders()).isEqualTo(1);
    }
}
