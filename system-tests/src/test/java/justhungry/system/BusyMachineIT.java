package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The trap A10: no process is suspected when all are slow. */
class BusyMachineIT {
    /** {@code -Dbusy=SECONDS} for longer. */
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("busy", 15));

    private static final int CUSTOMERS = 64;

    /** What else runs on the machine may stop a process for long enough to be suspected, but not each time. */
    private static final int ATTEMPTS = 5;

    @TempDir
    Path directory;

    @Test
    @Timeout(3_600)
    void whenEveryCoreIsBusyAndManyOrder_thenTheViewDoesNotChange() throws IOException, InterruptedException {
        try (var cluster = SystemCluster.start(directory, 3, 1);
                var load = cluster.order(CUSTOMERS, Duration.ZERO);
                var burners = CpuLoad.oneForEachCore()) {
            load.awaitProgress(1);
            int attempts = 1;
            boolean changed = changesView(cluster, load);
            for (; changed && attempts < ATTEMPTS; attempts++) {
                cluster.awaitAllInitialized();
                changed = changesView(cluster, load);
            }

            System.out.printf(
                    "%d times %d s with %d cores busy: %d orders, longest pause of a customer %d ms%n",
                    attempts,
                    TIME.toSeconds(),
                    burners.count(),
                    load.acknowledged(),
                    load.takeLongestGap().toMillis());
            assertThat(changed).as("in each attempt the view has changed").isFalse();
            assertThat(load.verify()).matches(LoadResult::isFlawless);
        }
    }

    private static boolean changesView(SystemCluster cluster, OrderLoad load) {
        var before = cluster.view();
        long end = System.nanoTime() + TIME.toNanos();
        while (System.nanoTime() < end) {
            load.awaitProgress(1);
        }
        return !cluster.view().equals(before);
    }
}
