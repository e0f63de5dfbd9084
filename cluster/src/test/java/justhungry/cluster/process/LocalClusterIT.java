package justhungry.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClusterIT {
    @TempDir
    Path directory;

    private final OrphanGuard guard = new OrphanGuard();

    @AfterEach
    void endAll() {
        guard.killAll();
    }

    @Test
    void aClusterStartsTheNameServerFirst_andFrontEndsLast() {
        var ready = new ArrayList<String>();

        cluster().start(ready::add);

        assertThat(ready)
                .containsExactly(
                        "nameserver ready at 127.0.0.1:40001", "server1 ready", "server2 ready", "frontend1 ready");
    }

    @Test
    void whenTheNameServerIsRestarted_thenItTakesThePortThatItHad() throws IOException {
        var cluster = started();
        var port = cluster.nameserver();

        cluster.kill(List.of("nameserver"));
        cluster.restart(List.of("nameserver"));

        assertThat(cluster.nameserver()).isEqualTo(port);
        assertThat(Files.readString(cluster.logs("nameserver").stdout())).contains(port);
    }

    @Test
    void aProcessIsKilled_pausedAndResumed_andTheLastOnesAreKnown() {
        var cluster = started();

        cluster.pause("server1");
        cluster.pause("server2");
        assertThat(cluster.processState("server2")).isEqualTo(ProcessState.PAUSED);
        assertThat(cluster.lastPaused()).contains("server2");
        cluster.resume("server2");
        assertThat(cluster.processState("server2")).isEqualTo(ProcessState.RUNNING);
        assertThat(cluster.lastPaused()).contains("server1");

        cluster.kill(List.of("server1"));
        assertThat(cluster.processState("server1")).isEqualTo(ProcessState.DEAD);
        assertThat(cluster.lastPaused()).isEmpty();
        assertThat(cluster.lastKilled()).contains("server1");
    }

    @Test
    void aRestartKeepsTheData_andAnEmptyOneDoesNot() {
        var cluster = started();

        cluster.restart(List.of("server1"));
        assertThat(startsOf("server1")).hasSize(2);
        cluster.restartEmpty("server1");
        assertThat(startsOf("server1")).hasSize(1);
    }

    @Test
    void whenAProcessIsRestartedAfterAKill_thenItIsNoLongerTheKilledOne() {
        var cluster = started();
        cluster.kill(List.of("server1", "server2"));

        cluster.restart(List.of("server2"));

        assertThat(cluster.lastKilled()).contains("server1");
    }

    @Test
    void whatCannotBeDoneIsSaid_withWhatToTypeInstead() {
        var cluster = started();
        cluster.kill(List.of("server1"));

        assertThatThrownBy(() -> cluster.kill(List.of("server1"))).hasMessageContaining("restart server1");
        assertThatThrownBy(() -> cluster.resume("server2")).hasMessageContaining("is not paused");
        assertThatThrownBy(() -> cluster.restartEmpty("nameserver")).hasMessageContaining("only a back end");
    }

    @Test
    void whenAProcessEndsBeforeItIsReady_thenTheEndOfItsLogIsShown() throws IOException {
        var broken = new ClusterPlan(1, 1, 0, Optional.empty(), List.of("--broken"), ClusterPlan.StorageMode.ON_DISK);
        var cluster = LocalCluster.planned(broken, directory, Launcher.guarded(new FakeRoleLauncher(), guard));
        var log = cluster.logs("frontend1").log();
        Files.writeString(Files.createDirectories(log.getParent()).resolve(log.getFileName()), "of an earlier start\n");

        assertThatThrownBy(() -> cluster.start(ready -> {}))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("frontend1 ended before it was ready; its last lines:\n")
                .hasMessageContaining("in use by another process")
                .hasMessageNotContaining("earlier start");
    }

    @Test
    void whenAProcessesNumberBelongsToAStrangerByNow_thenTheStrangerIsLeftAlone() throws IOException {
        var stranger = new ProcessBuilder("sleep", "1000").start();
        try {
            var slot = new ProcessSlot(
                    "server1", ProcessRole.BACKEND, List.of(), new ProcessIdentity(stranger.pid(), "another start"));
            var description = new ClusterState(directory.toString(), 40_001, List.of(slot), List.of(), List.of());
            var cluster = LocalCluster.restored(
                    description, Launcher.guarded(new FakeRoleLauncher(), guard), unrecorded -> {});

            assertThat(cluster.processState("server1")).isEqualTo(ProcessState.DEAD);
            assertThatThrownBy(() -> cluster.kill(List.of("server1"))).hasMessageContaining("is not running");
            cluster.stop();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aClusterIsDrivenOnByItsDescriptionAlone() {
        var cluster = started();

        var other = LocalCluster.restored(
                cluster.state(), Launcher.guarded(new FakeRoleLauncher(), guard), unrecorded -> {});
        other.kill(List.of("server2"));

        assertThat(cluster.processState("server2")).isEqualTo(ProcessState.DEAD);
    }

    @Test
    void eachChangeIsRecordedAtOnce() {
        var before = started().state();
        var recorded = new ArrayList<ClusterState>();
        var cluster = LocalCluster.restored(
                before, Launcher.guarded(new FakeRoleLauncher(), guard), change -> recorded.add(change.state()));

        cluster.pause("server1");
        cluster.kill(List.of("server2"));
        cluster.resume("server1");
        cluster.restart(List.of("server2"));

        assertThat(recorded)
                .extracting(ClusterState::paused)
                .containsExactly(List.of("server1"), List.of("server1"), List.of(), List.of(), List.of());
        assertThat(recorded)
                .extracting(ClusterState::killed)
                .containsExactly(List.of(), List.of("server2"), List.of("server2"), List.of("server2"), List.of());
        assertThat(recorded.get(4).slots()).isEqualTo(cluster.slots());
    }

    @Test
    void whenAKilledProcessDoesNotEnd_thenThatIsSaid() throws IOException {
        var immortal = new ProcessBuilder("sleep", "1000").start();
        try {
            assertThatThrownBy(() -> LocalCluster.requireEnd("server1", immortal.toHandle(), Duration.ofMillis(10)))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("server1 was killed, but process ");
        } finally {
            immortal.destroyForcibly();
        }
    }

    private LocalCluster cluster() {
        var plan = new ClusterPlan(2, 1, 0, Optional.empty(), List.of(), ClusterPlan.StorageMode.ON_DISK);
        return LocalCluster.planned(plan, directory, Launcher.guarded(new FakeRoleLauncher(), guard));
    }

    private LocalCluster started() {
        var cluster = cluster();
        cluster.start(ready -> {});
        return cluster;
    }

    /** The files that the fake has left, one for each start. */
    private String[] startsOf(String name) {
        return Objects.requireNonNull(
                directory.resolve("data").resolve(name).toFile().list());
    }
}
