package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KillEverythingIT {
    @TempDir
    Path directory;

    @Test
    @Timeout(300)
    void whenEveryProcessIsKilledAtOnce_thenAllOrdersAreThereAfterARestart() throws IOException, InterruptedException {
        try (var cluster = SystemCluster.start(directory, 3, 1);
                var load = cluster.order(16)) {
            load.awaitProgress(20);

            cluster.restart(cluster.kill("all"));
            cluster.awaitAllInitialized();
            load.awaitProgress(5);

            assertThat(load.verify()).matches(Verdict::isFlawless);
        }
    }
}
