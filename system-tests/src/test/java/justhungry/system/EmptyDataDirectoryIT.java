package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmptyDataDirectoryIT {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"replica", "primary"})
    @Timeout(1_800)
    void whenABackEndLosesItsData_thenItCatchesUp_andTheOrdersOutliveThePrimary(String whom)
            throws IOException, InterruptedException {
        try (var cluster = SystemCluster.start(directory, 3, 1);
                var load = cluster.order(16)) {
            load.awaitProgress(20);
            var before = cluster.viewWithAllInSync(3);

            var emptied = cluster.restartEmpty(whom);
            cluster.awaitAllInitialized();
            var member = before.inSync().stream()
                    .filter(one -> one.name().equals(emptied))
                    .findAny()
                    .orElseThrow();
            assertThat(cluster.viewWithAllInSync(3).inSync())
                    .as("%s has a new incarnation", emptied)
                    .doesNotContain(member);
            load.awaitProgress(5);
            cluster.kill("primary");
            load.awaitProgress(5);

            assertThat(load.verify()).matches(LoadResult::isFlawless);
        }
    }
}
