package justhungry.replay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests of Ctrl-C during a run: what was measured until then is not lost. */
class InterruptedRunTest extends RunHarness {
    private final Thread runner = Thread.currentThread();

    @Test
    void whatWasMeasuredUntilAnInterruptReachesTheSinks_whichAreClosed() {
        shop.stock("apple", 199, 100_000);
        endTimeout = Duration.ofSeconds(50);
        interruptAtRequest(100);

        assertThatThrownBy(() -> run(FOUR_CLIENTS, DETAILS, repeat(50_000, APPLE)))
                .isInstanceOf(InterruptedException.class);

        assertThat(recorded.records()).hasSizeBetween(80, 49_999);
        assertThat(recorded.records())
                .as("requests in progress get their answers")
                .hasSize(shop.orders().size() + 1);
        assertThat(recorded.timesClosed()).isEqualTo(1);
    }

    @Test
    void singleRequestsEndToo() {
        interruptAtRequest(3);

        String[] script = Stream.concat(Stream.of(HEADER, DETAILS), Collections.nCopies(20_000, PRODUCTS).stream())
                .toArray(String[]::new);

        assertThatThrownBy(() -> run(script)).isInstanceOf(InterruptedException.class);

        assertThat(recorded.records()).hasSizeBetween(3, 20_000);
        assertThat(recorded.timesClosed()).isEqualTo(1);
    }

    @Test
    void aCallThatNobodyAnswersIsNotWaitedFor() {
        var never = new CountDownLatch(1);
        interruptAtRequest(5, () -> awaitUninterrupted(never));
        long before = System.nanoTime();

        assertThatThrownBy(() -> run(HEADER, DETAILS, PRODUCTS, PRODUCTS, PRODUCTS))
                .isInstanceOf(InterruptedException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
        assertThat(recorded.timesClosed()).isEqualTo(1);
        assertThat(recorded.events())
                .as("the summary tells how long it has waited")
                .anyMatch(RunEvent.StillWaiting.class::isInstance);
        never.countDown();
    }

    private void interruptAtRequest(int number) {
        interruptAtRequest(number, () -> {});
    }

    private void interruptAtRequest(int number, Runnable then) {
        var requests = new AtomicInteger();
        frontend.beforeEach(() -> {
            if (requests.incrementAndGet() == number) {
                runner.interrupt();
                then.run();
            }
        });
    }

    /** As a remote call does, it does not notice an interrupt. */
    private static void awaitUninterrupted(CountDownLatch latch) {
        boolean over = false;
        while (!over) {
            try {
                var unused = latch.await(40, TimeUnit.SECONDS);
                over = true;
            } catch (InterruptedException e) {
                // It goes on.
            }
        }
    }
}
