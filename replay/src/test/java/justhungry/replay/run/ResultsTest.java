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
class ResultsTest extends Running {
    private static final int MORE_THAN_THE_QUEUE_HOLDS = 30_000;

    private final Told another = new Told();

    /** A sink that throws at each event. */
    private static final class Broken implements Sink {
        private final RuntimeException defect;

        Broken(RuntimeException defect) {
            this.defect = defect;
        }

        @Override
        public void accept(Event event) {
            throw defect;
        }
    }

    @Test
    void allEventsReachAllSinksInOneThread() throws Exception {
        shop.stock("apple", 199, 1000);
        sinks.add(another);

        run(FOUR_CLIENTS, DETAILS, repeat(200, APPLE, fault(50, "kill", "primary")), PRODUCTS);

        assertThat(told.exchanges()).hasSize(202);
        assertThat(told.threads()).containsExactly("results");
        assertThat(another.events()).isEqualTo(told.events());
        assertThat(told.timesClosed()).isEqualTo(1);
    }

    @Test
    void whenASinkCannotWrite_theOthersGetAllEvents_andTheRunFailsAtItsEnd() {
        sinks.add(0, event -> {
            throw new IOException("no space left");
        });

        assertThatThrownBy(() -> run(HEADER, DETAILS, APPLE, PRODUCTS))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left");
        assertThat(told.exchanges()).hasSize(3);
        assertThat(told.timesClosed()).isEqualTo(1);
    }

    @Test
    void aSinkWithADefectStopsNeitherTheOthersNorTheClients_andIsReported() throws Exception {
        var results = new Results(List.of(new Broken(new IllegalStateException("a broken invariant")), told));
        for (int i = 0; i < MORE_THAN_THE_QUEUE_HOLDS; i++) {
            results.tell(new Event.RepeatEnded(i, i));
        }

        assertThatThrownBy(results::finish).hasRootCauseMessage("a broken invariant");
        assertThat(told.events()).hasSize(MORE_THAN_THE_QUEUE_HOLDS);
        assertThat(told.timesClosed()).isEqualTo(1);
    }

    @Test
    void aThreadThatReportsFasterThanTheSinksWaits_andNothingIsLost() throws Exception {
        var slow = new CountDownLatch(1);
        var results = new Results(List.of(
                event -> {
                    if (event.at() == 0) {
                        awaitFirst(slow);
                    }
                },
                told));
        var teller = new Thread(() -> tellAll(results));
        teller.start();
        await().atMost(Duration.ofSeconds(50)).until(() -> teller.getState() == Thread.State.WAITING);
        assertThat(told.events()).isEmpty();
        slow.countDown();
        teller.join();
        results.finish();

        assertThat(told.events())
                .extracting(Event::at)
                .hasSize(MORE_THAN_THE_QUEUE_HOLDS)
                .isSorted();
    }

    @Test
    void whenThereAreNoEventsForAMoment_theSinksAreToldToShowTheirOutput() throws Exception {
        var paused = new CountDownLatch(2);
        var results = new Results(List.of(new Sink() {
            @Override
            public void accept(Event event) {}

            @Override
            public void pause() {
                paused.countDown();
            }
        }));

        paused.await();
        results.finish();
    }

    private static void tellAll(Results results) {
        try {
            for (int i = 0; i < MORE_THAN_THE_QUEUE_HOLDS; i++) {
                results.tell(new Event.RepeatEnded(i, i));
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
