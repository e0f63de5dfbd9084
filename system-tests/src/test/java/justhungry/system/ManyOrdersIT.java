package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The latency of an order, which does not grow with the stored orders. {@code -Dorders=N} for more than a few. */
class ManyOrdersIT {
    private static final int CUSTOMERS = 16;
    private static final int ORDERS = Integer.getInteger("orders", 8_000);
    private static final int TENTH = ORDERS / CUSTOMERS / 10;

    /** The allowance for noise on the machines of continuous integration; real growth would be many times this. */
    private static final double NOISE = 2;

    private static final int MAX_REMEASUREMENTS = 20;

    @TempDir
    Path directory;

    @Test
    @Timeout(1_800)
    void anOrderCostsTheSameAtTheEndAsAtTheStart_andAllAreThereAfterEverythingWasKilled()
            throws IOException, InterruptedException {
        try (var cluster = SystemCluster.start(directory, 3, 1);
                var load = cluster.order(CUSTOMERS, Duration.ZERO)) {
            load.awaitProgress(3 * TENTH); // until the processes have been compiled
            load.takeGaps();
            load.awaitProgress(TENTH);
            var start = load.takeGaps();
            load.awaitProgress(5 * TENTH);
            load.takeGaps();
            load.awaitProgress(TENTH);
            var end = load.takeGaps();
            // Something else may have kept the machine busy. Growth stays, however often one looks.
            for (int again = 0; again < MAX_REMEASUREMENTS && hasGrown(start, end); again++) {
                load.awaitProgress(TENTH);
                end = load.takeGaps();
            }

            cluster.restart(cluster.kill("all"));
            cluster.awaitAllInitialized();
            load.awaitProgress(1);

            System.out.printf("p50 of an order: %d µs at the start, %d µs at the end%n", p50(start), p50(end));
            assertThat(hasGrown(start, end)).as("the median has grown").isFalse();
            assertThat(load.verify()).matches(LoadResult::isFlawless);
        }
    }

    private static boolean hasGrown(Histogram start, Histogram end) {
        return p50(end) >= NOISE * p50(start);
    }

    private static long p50(Histogram gaps) {
        return gaps.getValueAtPercentile(50);
    }
}
