package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import justhungry.cluster.process.ClusterPlan;
import justhungry.cluster.process.InstalledJars;
import justhungry.cluster.process.Launcher;
import justhungry.cluster.process.LocalCluster;
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
        assertThat(planned(ClusterPlan.StorageMode.IN_MEMORY).hasLostItsOrders())
                .isTrue();
        assertThat(planned(ClusterPlan.StorageMode.ON_DISK).hasLostItsOrders()).isTrue();
    }

    /** A cluster in the same directory, as the next {@code up} plans it. */
    private LocalCluster planned(ClusterPlan.StorageMode keeping) {
        var plan = new ClusterPlan(3, 1, 0, Optional.empty(), List.of(), keeping);
        return LocalCluster.planned(plan, directory, Launcher.background(InstalledJars.find()));
    }
}
