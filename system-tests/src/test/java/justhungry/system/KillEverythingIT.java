package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KillEverythingIT {
    @TempDir
    Path directory;

    @Test
    @Timeout(1_800)
    void whenEveryProcessIsKilledAtOnce_thenAllOrdersAreThereAfterARestart() throws IOException, InterruptedException {
        try (var cluster = SystemCluster.start(directory, 3, 1);
                var load = cluster.order(16)) {
            load.awaitProgress(20);
            assertThat(cluster.output("server1")).isEqualTo("server1 ready\n");

            var killed = cluster.kill("all");
            Files.delete(directory.resolve("catalogue.json")); // It is among their options, but of no use any more.
            cluster.restart(killed);
            cluster.awaitAllInitialized();
            load.awaitProgress(5);

            assertThat(cluster.output("server1"))
                    .isEqualTo("server1 ready; the products stay as they are: --catalogue is for a new cluster"
                            + " (up --fresh)\n");

            assertThat(load.verify()).matches(LoadResult::isFlawless);
            assertThat(nativeLibraries())
                    .as("RocksDB's library, 17 MB: one for each back end, however often it was killed")
                    .isEqualTo(3);
        }
    }

    /** RocksDB removes files of its own while the directories are walked. */
    private long nativeLibraries() throws IOException {
        var found = new AtomicLong();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.getFileName().toString().startsWith("librocksdbjni")) {
                    found.incrementAndGet();
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found.get();
    }
}
