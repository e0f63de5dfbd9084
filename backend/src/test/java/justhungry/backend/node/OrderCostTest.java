package justhungry.backend.node;

import static justhungry.backend.node.ThreeNodes.order;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an order costs in calls and entries: these are most of its time, on a fast machine and on a slow one. */
class OrderCostTest {
    private static final int MANY = 10;

    private final ThreeNodes nodes = ThreeNodes.serving();

    @BeforeEach
    void adaIsACustomer() {
        nodes.send(99, ThreeNodes.DETAILS);
        nodes.deliverAll();
    }

    @Test
    void anOrderIsOneEntry_andOneCallToTheReplica() {
        long entries = nodes.store1.log().lastIndex();
        long calls = nodes.appends();

        for (int client = 1; client <= MANY; client++) {
            nodes.send(client, order(1));
            nodes.deliverAll();
        }

        assertThat(nodes.store1.log().lastIndex() - entries).isEqualTo(MANY);
        assertThat(nodes.appends() - calls).isEqualTo(MANY);
    }

    @Test
    void ordersThatWaitTogetherAreOneEntry_andOneCallToTheReplica() {
        long entries = nodes.store1.log().lastIndex();
        long calls = nodes.appends();

        for (int client = 1; client <= MANY; client++) {
            nodes.submit(nodes.primary, client, order(1));
        }
        nodes.primary.flush(nodes.now());
        nodes.deliverAll();

        assertThat(nodes.replies(MANY)).hasSize(1);
        assertThat(nodes.store1.log().lastIndex() - entries).isEqualTo(1);
        assertThat(nodes.appends() - calls).isEqualTo(1);
    }
}
