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

class TargetsTest {
    private static final Member ONE = new Member("server1", UUID.randomUUID());
    private static final Member TWO = new Member("server2", UUID.randomUUID());
    private static final Member THREE = new Member("server3", UUID.randomUUID());

    private static final @Nullable ProcessIdentity NOBODY = null;

    private Process sleeper;
    private List<String> killed = List.of("server3", "server2");
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
        assertThat(find("nameserver")).containsExactly("nameserver");
        assertThat(find("2")).containsExactly("server2");
        assertThat(find("all")).containsExactly("nameserver", "server1", "server2", "server3", "frontend1");
    }

    @Test
    void thePrimaryIsTheViews_andAReplicaIsOneThatRuns() {
        assertThat(find("primary")).containsExactly("server1");
        assertThat(find("replica")).as("server2 is dead").containsExactly("server3");
    }

    @Test
    void theKilledAndThePausedAreTheLastOnes() {
        assertThat(find("killed")).containsExactly("server2");
        assertThat(find("paused")).containsExactly("server1");
    }

    @Test
    void whenOneDiedWithoutThisProgram_thenItIsTheKilledOne() {
        killed = List.of();

        assertThat(find("killed", seat("server1"), seat("server2", NOBODY))).containsExactly("server2");
        assertThatThrownBy(() -> find("killed", seat("server1", NOBODY), seat("server2", NOBODY)))
                .hasMessageContaining("several are down: server1, server2. Name one");
        assertThatThrownBy(() -> find("killed", seat("server1"), seat("server2")))
                .hasMessageContaining("no process is down");
    }

    @Test
    void anUnknownTargetGetsASuggestion() {
        assertThatThrownBy(() -> find("primery")).hasMessageContaining("Did you mean primary?");
        assertThatThrownBy(() -> find("9")).hasMessageContaining("there is no process 'server9'");
    }

    @Test
    void whenNobodyKnowsTheView_thenThatIsSaid_withWhatToDo() {
        view = Optional.empty();

        assertThatThrownBy(() -> find("primary")).hasMessageContaining("restart nameserver");
        assertThat(find("server3")).containsExactly("server3");
    }

    private List<String> find(String word) {
        return find(
                word,
                seat("nameserver", NOBODY),
                seat("server1", NOBODY),
                seat("server2", NOBODY),
                seat("server3"),
                seat("frontend1", NOBODY));
    }

    private List<String> find(String word, Seat... seats) {
        var description =
                new ClusterDescription("somewhere", 1099, List.of(seats), killed, List.of("server2", "server1"));
        var cluster = LocalCluster.described(description, Launcher.background(role -> List.of("nothing")));
        return new Targets(cluster, () -> view).find(word);
    }

    private Seat seat(String name) {
        return seat(name, ProcessIdentity.of(sleeper.toHandle()));
    }

    private static Seat seat(String name, @Nullable ProcessIdentity process) {
        return new Seat(name, Role.BACKEND, List.of(), process);
    }
}
