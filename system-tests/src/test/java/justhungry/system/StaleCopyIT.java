package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class StaleCopyIT {
    @TempDir
    Path directory;

    @Test
    @Timeout(1_800)
    void whenADiskIsPutBackFromAnOldCopy_thenItsBackEndCatchesUp_andNobodyElseEnds()
            throws IOException, InterruptedException {
        try (var cluster = SystemCluster.start(directory, 3, 1);
                var load = cluster.order(16)) {
            load.awaitProgress(20);
            var member = cluster.view().leader();
            var name = member.name();
            cluster.kill(name);
            var data = directory.resolve("data").resolve(name);
            copy(data, directory.resolve("copy"));
            cluster.restart(List.of(name));
            cluster.awaitAllInitialized();
            load.awaitProgress(20);
            cluster.kill(name);
            Files.move(data, directory.resolve("newest"));
            Files.move(directory.resolve("copy"), data);

            cluster.restart(List.of(name));
            cluster.awaitAllInitialized();

            assertThat(cluster.log(name)).contains("the data of " + name + " are an old copy");
            assertThat(cluster.viewWithAllInSync(3).inSync())
                    .as("%s has a new incarnation", name)
                    .doesNotContain(member);
            load.awaitProgress(5);
            cluster.kill("primary");
            load.awaitProgress(5);
            assertThat(load.verify()).matches(LoadResult::isFlawless);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (var path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
