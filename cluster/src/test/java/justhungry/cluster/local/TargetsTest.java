package justhungry.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import justhungry.api.Member;
import justhungry.api.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TargetsTest {
    private static final Member ONE = new Member("server1", UUID.randomUUID());
    private static final Member TWO = new Member("server2", UUID.randomUUID());
    private static final Member THREE = new Member("server3", UUID.randomUUID());

    private Process sleeper;
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
    void anUnknownTargetGetsASuggestion() {
        assertThatThrownBy(() -> find("primery")).hasMessageContaining("Did you mean primary?");
        assertThatThrownBy(() -> find("9")).hasMessageContaining("'server9' is no process");
    }

    @Test
    void whenNobodyKnowsTheView_thenThatIsSaid_withWhatToDo() {
        view = Optional.empty();

        assertThatThrownBy(() -> find("primary")).hasMessageContaining("restart nameserver");
        assertThat(find("server3")).containsExactly("server3");
    }

    private List<String> find(String word) {
        var living = ProcessIdentity.of(sleeper.toHandle());
        var seats = List.of(
                new Seat("nameserver", Role.NAMESERVER, List.of(), null),
                new Seat("server1", Role.BACKEND, List.of(), null),
                new Seat("server2", Role.BACKEND, List.of(), null),
                new Seat("server3", Role.BACKEND, List.of(), living),
                new Seat("frontend1", Role.FRONTEND, List.of(), null));
        var description = new ClusterDescription(
                "somewhere", 1099, seats, List.of("server3", "server2"), List.of("server2", "server1"));
        var cluster = LocalCluster.described(description, Launcher.background(role -> List.of("nothing")));
        return new Targets(cluster, () -> view).find(word);
    }
}
