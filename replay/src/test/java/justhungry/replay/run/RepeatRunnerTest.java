package justhungry.replay.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests of repeats that are spread over clients. */
class RepeatRunnerTest extends RunHarness {
    private static final String PLACE_AND_CANCEL = capturing(APPLE, "it", "/order") + "," + cancel("'${it}'");

    @Test
    void theRequestsOfAnIterationAreSentInOrderByOneClient_andCancelItsOwnOrder() throws Exception {
        shop.stock("apple", 199, 1000);

        run(FOUR_CLIENTS, DETAILS, repeat(100, PLACE_AND_CANCEL));

        var ofRepeat = recorded.records().subList(1, recorded.records().size());
        assertThat(ofRepeat).hasSize(200).allMatch(exchange -> exchange.line() == 3);
        ofRepeat.stream()
                .collect(Collectors.groupingBy(RequestRecord::client))
                .values()
                .forEach(RepeatRunnerTest::assertIterationsInOrder);
        assertThat(shop.orders()).hasSize(100);
        assertThat(shop.stockOf("apple")).isEqualTo(1000);
    }

    private static void assertIterationsInOrder(List<RequestRecord> ofClient) {
        for (int i = 0; i < ofClient.size(); i += 2) {
            var placed = ofClient.get(i);
            var cancelled = ofClient.get(i + 1);
            assertThat(placed.operation()).isEqualTo("PLACE_ORDER");
            assertThat(cancelled.operation()).isEqualTo("CANCEL");
            assertThat(cancelled.statusLabel()).isEqualTo("ok");
            assertThat(cancelled.args().get("order"))
                    .isEqualTo(placed.response().get("order"));
            assertThat(cancelled.times().sent())
                    .isGreaterThanOrEqualTo(placed.times().end());
        }
    }

    @Test
    void allClientsSendAtTheSameTime() throws Exception {
        var allFour = new CyclicBarrier(4);
        frontend.beforeEach(() -> {
            if (Thread.currentThread().getName().startsWith("client-")) {
                await(allFour); // fewer than four at a time would wait for ever
            }
        });
        var price = "{'op':'ORDER_COST','user':'ben','args':{'items':{'apple':1}}}";

        run(FOUR_CLIENTS, PRODUCTS, repeat(4, price));

        assertThat(recorded.records().subList(1, 5))
                .extracting(RequestRecord::client)
                .containsExactlyInAnyOrder(1, 2, 3, 4);
    }

    @Test
    void aRepeatEndsBeforeTheNextLineStarts() throws Exception {
        run(FOUR_CLIENTS, DETAILS, repeat(12, APPLE), PRODUCTS);

        var types = recorded.events().stream().<Class<?>>map(RunEvent::getClass);
        assertThat(types)
                .startsWith(RunEvent.AuditAnswered.class, RunEvent.RequestCompleted.class, RunEvent.RepeatStarted.class)
                .endsWith(
                        RunEvent.RequestCompleted.class,
                        RunEvent.RequestCompleted.class,
                        RunEvent.RepeatEnded.class,
                        RunEvent.RequestCompleted.class)
                .hasSize(3 + 12 + 2);
        var last = recorded.records().get(13);
        assertThat(last.line()).isEqualTo(4);
        assertThat(recorded.records().subList(0, 13))
                .allMatch(exchange -> exchange.times().end() <= last.times().sent());
    }

    @Test
    void anIterationSeesEarlierCaptures_andDoesNotChangeThem() throws Exception {
        shop.stock("apple", 199, 1000);

        run(
                FOUR_CLIENTS,
                DETAILS,
                capturing(APPLE, "it", "/order"),
                repeat(
                        20,
                        "{'op':'VIEW_ORDERS','user':'ada','args':{'before':'${it}'},'expect':{'/orders':[]}},"
                                + capturing(APPLE, "it", "/order")),
                with(cancel("'${it}'"), "'expect':{'/order':1}"));

        assertThat(recorded.records())
                .hasSize(43)
                .allMatch(exchange -> exchange.mismatches().isEmpty());
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException("not all clients arrived", e);
        }
    }
}
