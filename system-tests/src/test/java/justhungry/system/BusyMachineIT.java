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

    @TempDir
    Path directory;

    @Test
    @Timeout(3_600)
    void whenEveryCoreIsBusyAndManyOrder_thenTheViewDoesNotChange() throws IOException, InterruptedException {
        try (var cluster = SystemCluster.start(directory, 3, 1);
                var load = cluster.order(CUSTOMERS, Duration.ZERO);
                var burners = CpuLoad.oneForEachCore()) {
            load.awaitProgress(1);
            var before = cluster.view();

            long end = System.nanoTime() + TIME.toNanos();
            while (System.nanoTime() < end) {
                load.awaitProgress(1);
            }

            System.out.printf(
                    "%d s with %d cores busy: %d orders, longest pause of a customer %d ms%n",
                    TIME.toSeconds(),
                    burners.count(),
                    load.acknowledged(),
                    load.takeLongestGap().toMillis());
            assertThat(cluster.view()).isEqualTo(before);
            assertThat(load.verify()).matches(LoadResult::isFlawless);
        }
    }
}
