package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KillReplicaIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    @TempDir
    Path directory;

    @Test
    @Timeout(1_800)
    void whenAReplicaIsKilled_thenOrdersGoOn_andItComesBackWithItsData() throws IOException, InterruptedException {
        try (var cluster = SystemCluster.start(directory, 3, 1);
                var load = cluster.order(16)) {
            load.awaitProgress(5);
            var before = cluster.viewWithAllInSync(3);

            var killed = cluster.kill("replica");
            load.awaitProgress(20);
            cluster.restart(killed);
            cluster.awaitAllInitialized();
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(cluster.view().inSync())
                            .as("%s is the same incarnation", killed)
                            .isEqualTo(before.inSync()));
            load.awaitProgress(5);

            assertThat(load.verify()).matches(LoadResult::isFlawless);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "second"})
    @Timeout(1_800)
    void whenOnePrimaryIsKilledAfterTheOther_thenTheLastBackEndTakesNoOrder_untilEitherComesBack(String whoComesBack)
            throws IOException, InterruptedException {
        try (var cluster = SystemCluster.start(directory, 3, 1);
                var load = cluster.order(16)) {
            load.awaitProgress(5);

            var first = cluster.kill("primary");
            cluster.awaitPrimaryOtherThan(first);
            var second = cluster.kill("primary");
            load.awaitTooFewBackEnds();
            int taken = load.acknowledged();
            load.awaitTooFewBackEnds();
            assertThat(load.acknowledged()).isEqualTo(taken);

            cluster.restart(whoComesBack.equals("first") ? first : second);
            load.awaitProgress(5);
            cluster.restart(whoComesBack.equals("first") ? second : first);
            cluster.awaitAllInitialized();
            load.awaitProgress(5);

            assertThat(load.verify()).matches(LoadResult::isFlawless);
        }
    }
}
