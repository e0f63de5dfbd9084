package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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
            assertThat(nativeLibraries())
                    .as("RocksDB's library, 17 MB: one for each back end, however often it was killed")
                    .isEqualTo(3);
        }
    }

    private long nativeLibraries() throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("librocksdbjni"))
                    .count();
        }
    }
}
