package justhungry.replay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

        assertThat(recorded.records()).hasSizeBetween(80, 1_000);
        assertThat(recorded.records())
                .as("requests in progress get their answers")
                .hasSize(shop.orders().size() + 1);
        assertThat(recorded.timesClosed()).isEqualTo(1);
    }

    @Test
    void singleRequestsEndToo() {
        interruptAtRequest(3);

        assertThatThrownBy(() -> run(HEADER, DETAILS, PRODUCTS, PRODUCTS, PRODUCTS, PRODUCTS, PRODUCTS, PRODUCTS))
                .isInstanceOf(InterruptedException.class);

        assertThat(recorded.records()).hasSizeLessThan(6);
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
