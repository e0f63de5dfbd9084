package justhungry.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TargetResolverTest {
    private static final Member ONE = new Member("server1", UUID.randomUUID());
    private static final Member TWO = new Member("server2", UUID.randomUUID());
    private static final Member THREE = new Member("server3", UUID.randomUUID());

    private static final @Nullable ProcessIdentity NO_PROCESS = null;

    private Process sleeper;
    private List<String> killed = List.of("server3", "server2");
    private List<String> paused = List.of("server2", "server1");
    private Optional<View> view = Optional.of(new View(4, ONE, List.of(ONE, TWO, THREE)));

    @BeforeEach
    void startAProcessThatLives() throws IOException {
        sleeper = new ProcessBuilder("sleep", "1000").start();
    }

    @AfterEach
    void endIt() {
        sleeper.destroyForcibly();
    }

    @Test
    void aNameMeansItself_aNumberABackEnd_andAllMeansAll() {
        assertThat(resolve("nameserver")).containsExactly("nameserver");
        assertThat(resolve("2")).containsExactly("server2");
        assertThat(resolve("all")).containsExactly("nameserver", "server1", "server2", "server3", "frontend1");
    }

    @Test
    void thePrimaryIsTheViews_andAReplicaIsOneThatRuns() {
        assertThat(resolve("primary")).containsExactly("server1");
        assertThat(resolve("replica")).as("server2 is dead").containsExactly("server3");
    }

    @Test
    void theKilledAndThePausedAreTheLastOnes() {
        assertThat(resolve("killed")).containsExactly("server2");
        assertThat(resolve("paused")).containsExactly("server1");
    }

    @Test
    void whenOneDiedWithoutThisProgram_thenItIsTheKilledOne() {
        killed = List.of();

        assertThat(resolve("killed", slot("server1"), slot("server2", NO_PROCESS)))
                .containsExactly("server2");
        assertThatThrownBy(() -> resolve("killed", slot("server1", NO_PROCESS), slot("server2", NO_PROCESS)))
                .hasMessageContaining("several are down: server1, server2. Name one");
        assertThatThrownBy(() -> resolve("killed", slot("server1"), slot("server2")))
                .hasMessageContaining("no process is down");
    }

    @Test
    void whenOneWasPausedWithoutThisProgram_thenItIsThePausedOne() throws IOException {
        paused = List.of();
        var running = new ProcessBuilder("sleep", "1000").start();
        try {
            assertThatThrownBy(() -> resolve("paused", slot("server1"))).hasMessageContaining("no process is paused");
            ProcessSignals.pause(sleeper.toHandle());

            assertThat(resolve("paused", slot("server1"), slot("server2", ProcessIdentity.of(running.toHandle()))))
                    .containsExactly("server1");
        } finally {
            running.destroyForcibly();
        }
    }

    @Test
    void anUnknownTargetGetsASuggestion() {
        assertThatThrownBy(() -> resolve("primery")).hasMessageContaining("Did you mean primary?");
        assertThatThrownBy(() -> resolve("9")).hasMessageContaining("there is no process 'server9'");
    }

    @Test
    void whenNobodyKnowsTheView_thenThatIsSaid_withWhatToDo() {
        view = Optional.empty();

        assertThatThrownBy(() -> resolve("primary")).hasMessageEndingWith("first type: just-hungry restart nameserver");
        assertThat(resolve("server3")).containsExactly("server3");
    }

    @Test
    void whenNoReplicaHoldsEveryOrder_thenTheCommandThatShowsThemIsNamed_asAShellTakesIt() {
        view = Optional.of(new View(4, ONE, List.of(ONE)));

        assertThatThrownBy(() -> resolve("replica")).hasMessageEndingWith("see: just-hungry status");
    }

    @Test
    void aNameServerThatRunsIsSlow_andIsNotSaidToBeDown() {
        view = Optional.empty();
        var running = new ProcessSlot(
                "nameserver", ProcessRole.NAMESERVER, List.of(), ProcessIdentity.of(sleeper.toHandle()));

        assertThatThrownBy(() -> resolve("primary", running, slot("server1")))
                .hasMessageContaining("is slow")
                .hasMessageNotContaining("down");
    }

    private List<String> resolve(String word) {
        return resolve(
                word,
                new ProcessSlot("nameserver", ProcessRole.NAMESERVER, List.of(), NO_PROCESS),
                slot("server1", NO_PROCESS),
                slot("server2", NO_PROCESS),
                slot("server3"),
                slot("frontend1", NO_PROCESS));
    }

    private List<String> resolve(String word, ProcessSlot... seats) {
        var description = new ClusterState("somewhere", 1099, List.of(seats), killed, paused);
        var cluster =
                LocalCluster.restored(description, Launcher.background(role -> List.of("nothing")), unrecorded -> {});
        return new TargetResolver(cluster, () -> view).resolve(word);
    }

    private ProcessSlot slot(String name) {
        return slot(name, ProcessIdentity.of(sleeper.toHandle()));
    }

    private static ProcessSlot slot(String name, @Nullable ProcessIdentity process) {
        return new ProcessSlot(name, ProcessRole.BACKEND, List.of(), process);
    }
}
