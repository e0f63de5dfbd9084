package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KillPrimaryIT {
    /** {@code -Drounds=N} for more. */
    private static final int ROUNDS = Integer.getInteger("rounds", 3);

    @TempDir
    Path directory;

    @Test
    @Timeout(1_800)
    void whenThePrimaryIsKilledAgainAndAgain_thenNoAcknowledgedOrderIsLost_andNoneIsPlacedTwice()
            throws IOException, InterruptedException {
        try (var cluster = SystemCluster.start(directory, 3, 1);
                var load = cluster.order(16)) {
            load.awaitProgress(5);
            for (int round = 1; round <= ROUNDS; round++) {
                load.takeLongestGap();
                var killed = cluster.kill("primary");
                load.awaitProgress(5);
                System.out.printf(
                        "kill %d, of %s: longest pause %d ms%n",
                        round, killed, load.takeLongestGap().toMillis());

                cluster.restart(killed);
                cluster.awaitAllInitialized();
            }

            assertThat(load.verify()).matches(LoadResult::isFlawless);
        }
    }
}
