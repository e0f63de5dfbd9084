package justhungry.replay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Tests of Ctrl-C during a run: what was measured until then is not lost. */
class InterruptedRunTest extends RunHarness {
    private final Thread runner = Thread.currentThread();
    private final AtomicBoolean neverTold = new AtomicBoolean();

    @Test
    void whatWasMeasuredUntilAnInterruptReachesTheSinks_whichAreClosed() {
        shop.stock("apple", 199, 100_000);
        endTimeout = Duration.ofSeconds(50);
        interruptFromRequest(100);

        assertThatThrownBy(() -> run(FOUR_CLIENTS, DETAILS, repeat(50_000, APPLE)))
                .isInstanceOf(InterruptedException.class);

        assertThat(neverTold).isFalse();
        assertThat(recorded.records()).hasSizeBetween(80, 110);
        assertThat(recorded.records())
                .as("requests in progress get their answers")
                .hasSize(shop.orders().size() + 1);
        assertThat(recorded.timesClosed()).isEqualTo(1);
    }

    @Test
    void singleRequestsEndToo() {
        endTimeout = Duration.ofSeconds(50);
        interruptFromRequest(4);

        assertThatThrownBy(() -> run(HEADER, DETAILS, PRODUCTS, PRODUCTS, PRODUCTS, PRODUCTS, PRODUCTS, PRODUCTS))
                .isInstanceOf(InterruptedException.class);

        assertThat(neverTold).isFalse();
        assertThat(recorded.records()).hasSizeBetween(1, 5);
        assertThat(recorded.timesClosed()).isEqualTo(1);
    }

    @Test
    void aCallThatNobodyAnswersIsNotWaitedFor() {
        var never = new CountDownLatch(1);
        var waitedFor = new AtomicBoolean();
        var requests = new AtomicInteger();
        frontend.beforeEach(() -> {
            if (requests.incrementAndGet() == 5) {
                runner.interrupt();
                awaitUninterrupted(never);
                waitedFor.set(true);
            }
        });

        assertThatThrownBy(() -> run(HEADER, DETAILS, PRODUCTS, PRODUCTS, PRODUCTS))
                .isInstanceOf(InterruptedException.class);

        assertThat(waitedFor).isFalse();
        assertThat(recorded.timesClosed()).isEqualTo(1);
        assertThat(recorded.events())
                .as("the summary tells how long it has waited")
                .anyMatch(RunEvent.StillWaiting.class::isInstance);
        never.countDown();
    }

    /**
     * Interrupts the run at this request. It and all later ones are answered only when the thread that sent them has been
     * told of that, however long this takes on a busy machine.
     */
    private void interruptFromRequest(int number) {
        var requests = new AtomicInteger();
        frontend.beforeEach(() -> {
            int request = requests.incrementAndGet();
            if (request == number) {
                runner.interrupt();
            }
            if (request >= number) {
                awaitInterrupt();
            }
        });
    }

    private void awaitInterrupt() {
        long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!Thread.currentThread().isInterrupted()) {
            if (System.nanoTime() > deadline) {
                neverTold.set(true);
                return;
            }
            LockSupport.parkNanos(1_000_000); // It ends at an interrupt, and leaves that to be seen.
        }
    }

    /** As a remote call does, it does not notice an interrupt. */
    private static void awaitUninterrupted(CountDownLatch latch) {
        boolean over = false;
        while (!over) {
            try {
                var unused = latch.await(100, TimeUnit.SECONDS);
                over = true;
            } catch (InterruptedException e) {
                // It goes on.
            }
        }
    }
}
