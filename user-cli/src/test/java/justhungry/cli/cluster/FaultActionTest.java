package justhungry.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import justhungry.cluster.process.ClusterPlan;
import justhungry.cluster.process.Launcher;
import justhungry.cluster.process.LocalCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a restart, with processes that are ready at once, and sleep. */
class FaultActionTest {
    private static final List<String> PROCESS = List.of(
            "sh", "-c", "case $0 in -*) n=nameserver ;; *) n=$0 ;; esac; echo $n ready at 127.0.0.1:2; exec sleep 300");

    @TempDir
    private Path directory;

    private LocalCluster cluster;

    @BeforeEach
    void planCluster() {
        var plan = new ClusterPlan(2, 1, 2, Optional.empty(), List.of(), ClusterPlan.StorageMode.ON_DISK);
        var launcher = Launcher.background(role -> PROCESS);
        var description = LocalCluster.planned(plan, directory, launcher).state();
        cluster = LocalCluster.restored(description, launcher, unrecorded -> {});
    }

    @AfterEach
    void endProcesses() {
        cluster.stop();
    }

    @Test
    void onlyABackEndCatchesUp() {
        assertThat(restart("server1"))
                .containsExactly("server1 is running again and is catching up; see: just-hungry status");
        assertThat(restart("frontend1")).containsExactly("frontend1 is running again; see: just-hungry status");
        assertThat(restart("nameserver")).containsExactly("nameserver is running again; see: just-hungry status");
    }

    @Test
    void ofSeveralProcesses_thoseThatCatchUpAreNamed() {
        assertThat(restart("nameserver", "server1", "server2", "frontend1"))
                .containsExactly("nameserver, server1, server2 and frontend1 are running again;"
                        + " server1 and server2 are catching up; see: just-hungry status");
    }

    @Test
    void ofABackEndAndAFrontEnd_theBackEndCatchesUp() {
        assertThat(restart("server1", "frontend1"))
                .containsExactly("server1 and frontend1 are running again;"
                        + " server1 is catching up; see: just-hungry status");
    }

    @Test
    void severalBackEndsCatchUp() {
        assertThat(restart("server1", "server2"))
                .containsExactly("server1 and server2 are running again and are catching up; see: just-hungry status");
    }

    @Test
    void frontEndAndNameServerDoNotCatchUp() {
        assertThat(restart("nameserver", "frontend1"))
                .containsExactly("nameserver and frontend1 are running again; see: just-hungry status");
    }

    @Test
    void whatIsDownIsStartedWithACommandOfTheShell() {
        assertThatThrownBy(() -> FaultAction.KILL.apply(cluster, List.of("server1"), said -> {}))
                .hasMessage("server1 is not running; start it with: just-hungry restart server1");
    }

    private List<String> restart(String... names) {
        var said = new ArrayList<String>();
        FaultAction.RESTART.apply(cluster, List.of(names), said::add);
        return said;
    }
}
