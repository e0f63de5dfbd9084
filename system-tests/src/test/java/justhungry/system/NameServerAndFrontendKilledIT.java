package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class NameServerAndFrontendKilledIT {
    @TempDir
    Path directory;

    @Test
    @Timeout(1_800)
    void whenTheNameServerIsKilled_thenOrdersGoOn_andItGoesOnWhereItWas() throws IOException, InterruptedException {
        try (var cluster = SystemCluster.start(directory, 3, 1);
                var load = cluster.order(16)) {
            load.awaitProgress(5);
            var view = cluster.view();

            var killed = cluster.kill("nameserver");
            load.awaitProgress(20);
            cluster.restart(killed);
            cluster.awaitAllInitialized();
            assertThat(cluster.view().epoch()).isGreaterThanOrEqualTo(view.epoch());
            var primary = cluster.kill("primary");
            load.awaitProgress(5);
            cluster.restart(primary);
            cluster.awaitAllInitialized();

            assertThat(load.verify()).matches(LoadResult::isFlawless);
        }
    }

    @Test
    @Timeout(1_800)
    void whenAFrontEndIsKilled_thenItsCustomersGoOnAtTheOther() throws IOException, InterruptedException {
        try (var cluster = SystemCluster.start(directory, 3, 2);
                var load = cluster.order(16)) {
            load.awaitProgress(5);

            var killed = cluster.kill("frontend1");
            load.awaitProgress(5);
            cluster.restart(killed);
            cluster.kill("frontend2");
            load.awaitProgress(5);

            assertThat(load.verify()).matches(LoadResult::isFlawless);
        }
    }
}
