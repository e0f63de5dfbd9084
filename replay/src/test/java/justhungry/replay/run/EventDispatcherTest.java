package justhungry.replay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Tests of the delivery of events to the sinks. */
class EventDispatcherTest extends RunHarness {
    private static final int MORE_THAN_THE_QUEUE_HOLDS = 30_000;

    private final RecordingListener another = new RecordingListener();

    /** A sink that throws at each event. */
    private static final class BrokenListener implements RunListener {
        private final RuntimeException defect;

        BrokenListener(RuntimeException defect) {
            this.defect = defect;
        }

        @Override
        public void onEvent(RunEvent event) {
            throw defect;
        }
    }

    @Test
    void allEventsReachAllSinksInOneThread() throws Exception {
        shop.stock("apple", 199, 1000);
        listeners.add(another);

        run(FOUR_CLIENTS, DETAILS, repeat(200, APPLE, fault(50, "kill", "primary")), PRODUCTS);

        assertThat(recorded.records()).hasSize(202);
        assertThat(recorded.threads()).containsExactly("results");
        assertThat(another.events()).isEqualTo(recorded.events());
        assertThat(recorded.timesClosed()).isEqualTo(1);
    }

    @Test
    void whenASinkCannotWrite_theOthersGetAllEvents_andTheRunFailsAtItsEnd() {
        listeners.add(0, new RunListener() {
            @Override
            public void onEvent(RunEvent event) throws IOException {
                throw new IOException("no space left");
            }
        });

        assertThatThrownBy(() -> run(HEADER, DETAILS, APPLE, PRODUCTS))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left");
        assertThat(recorded.records()).hasSize(3);
        assertThat(recorded.timesClosed()).isEqualTo(1);
    }

    @Test
    void aSinkWithADefectStopsNeitherTheOthersNorTheClients_andIsReported() throws Exception {
        var results = new EventDispatcher(
                List.of(new BrokenListener(new IllegalStateException("a broken invariant")), recorded));
        for (int i = 0; i < MORE_THAN_THE_QUEUE_HOLDS; i++) {
            results.publish(new RunEvent.RepeatEnded(i, i));
        }

        assertThatThrownBy(results::finish).hasRootCauseMessage("a broken invariant");
        assertThat(recorded.events()).hasSize(MORE_THAN_THE_QUEUE_HOLDS);
        assertThat(recorded.timesClosed()).isEqualTo(1);
    }

    @Test
    void aThreadThatReportsFasterThanTheSinksWaits_andNothingIsLost() throws Exception {
        var slow = new CountDownLatch(1);
        var results = new EventDispatcher(List.of(
                new RunListener() {
                    @Override
                    public void onEvent(RunEvent event) throws IOException {
                        if (event.at() == 0) {
                            awaitFirst(slow);
                        }
                    }
                },
                recorded));
        var teller = new Thread(() -> publishAll(results));
        teller.start();
        await().atMost(Duration.ofSeconds(50)).until(() -> teller.getState() == Thread.State.WAITING);
        assertThat(recorded.events()).isEmpty();
        slow.countDown();
        teller.join();
        results.finish();

        assertThat(recorded.events())
                .extracting(RunEvent::at)
                .hasSize(MORE_THAN_THE_QUEUE_HOLDS)
                .isSorted();
    }

    @Test
    void whenThereAreNoEventsForAMoment_theSinksAreToldToShowTheirOutput() throws Exception {
        var paused = new CountDownLatch(2);
        var results = new EventDispatcher(List.of(new RunListener() {
            @Override
            public void onEvent(RunEvent event) {}

            @Override
            public void onIdle() {
                paused.countDown();
            }
        }));

        paused.await();
        results.finish();
    }

    private static void publishAll(EventDispatcher results) {
        try {
            for (int i = 0; i < MORE_THAN_THE_QUEUE_HOLDS; i++) {
                results.publish(new RunEvent.RepeatEnded(i, i));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitFirst(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
