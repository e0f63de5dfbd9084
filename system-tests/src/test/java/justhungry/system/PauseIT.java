package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PauseIT {
    /** {@code -Drounds=N} for more. */
    private static final int ROUNDS = Integer.getInteger("rounds", 1);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"primary", "replica"})
    @Timeout(1_800)
    void whenABackEndIsPaused_thenOrdersGoOnWithoutIt_andItIsTakenInAgain(String whom)
            throws IOException, InterruptedException {
        try (var cluster = SystemCluster.start(directory, 3, 1);
                var load = cluster.order(16)) {
            load.awaitProgress(5);
            for (int round = 1; round <= ROUNDS; round++) {
                load.takeLongestGap();
                var paused = cluster.pause(whom);
                load.awaitProgress(5);
                System.out.printf(
                        "pause %d, of the %s, %s: longest pause of a customer %d ms%n",
                        round, whom, paused, load.takeLongestGap().toMillis());

                cluster.resume(paused);
                cluster.awaitAllInitialized();
            }
            load.awaitProgress(5);

            assertThat(load.verify()).matches(LoadResult::isFlawless);
        }
    }
}
