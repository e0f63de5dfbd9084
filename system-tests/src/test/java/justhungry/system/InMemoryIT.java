package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import justhungry.cluster.process.ClusterPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InMemoryIT {
    private static final int CUSTOMERS = 4;

    @TempDir
    private Path directory;

    @Test
    void whenBackEndsKeepNothingOnDisk_thenTheOrdersOutliveThePrimaryAllTheSame_andItIsFedAgain() throws Exception {
        try (var cluster = SystemCluster.start(directory, 3, 1, ClusterPlan.StorageMode.IN_MEMORY);
                var load = cluster.order(CUSTOMERS)) {
            load.awaitProgress(20);
            var killed = cluster.kill("primary");
            cluster.awaitPrimaryOtherThan(killed);
            cluster.restart(killed);
            cluster.awaitAllInitialized();
            load.awaitProgress(20);

            assertThat(load.verify()).matches(LoadResult::isFlawless);
            assertThat(directory.resolve("data/server1")).doesNotExist();
        }
    }
}
