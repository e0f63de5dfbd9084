package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LostRegisterIT {
    @TempDir
    Path directory;

    @Test
    @Timeout(1_800)
    void whenTheNameServersDataAreLost_thenTheRegisterIsRebuiltFromTheBackEnds_andNoOrderIsLost()
            throws IOException, InterruptedException {
        var commands = new CommandProcesses(Files.createDirectory(directory.resolve("commands")));
        try (var cluster = SystemCluster.start(directory, 3, 1);
                var load = cluster.order(16)) {
            load.awaitProgress(20);
            var view = cluster.view();
            var killed = cluster.kill("nameserver");
            Files.move(directory.resolve("data").resolve("nameserver"), directory.resolve("lost"));
            cluster.restart(killed);

            await("all back ends have registered and answer")
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> cluster.status().backends().stream()
                            .allMatch(backend -> backend.status().isPresent()));

            // On a busy machine the name server may not answer the command in time, or its answer may come too late.
            await("the register is rebuilt").atMost(Duration.ofMinutes(10)).until(() -> {
                var rebuilt = commands.run("rebuild-register", "--yes", "--nameserver", cluster.nameserver());
                return rebuilt.exitCode() == 0
                        || cluster.status().view().stream().anyMatch(now -> now.epoch() > 0);
            });

            cluster.awaitAllInitialized();
            assertThat(cluster.view().epoch()).isGreaterThan(view.epoch());
            load.awaitProgress(5);
            cluster.kill("primary");
            load.awaitProgress(5);
            assertThat(load.verify()).matches(LoadResult::isFlawless);
        }
    }
}
