package justhungry.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterFileTest {
    @TempDir
    Path home;

    private ClusterPlace place;
    private ClusterFile file;

    @BeforeEach
    void place() throws IOException {
        place = ClusterPlace.of(Map.of("XDG_STATE_HOME", home.toString()));
        Files.createDirectories(place.state());
        file = new ClusterFile(place);
    }

    @Test
    void whatWasWrittenIsReadBack_andTheNameServersPlaceStandsBesideIt() {
        var written = cluster();

        file.write(written);

        assertThat(file.read()).contains(written.description());
        assertThat(place.nameserver()).hasContent("127.0.0.1:40001");
    }

    @Test
    void theKeysOfTheFileStayTheSame() {
        file.write(cluster());

        assertThat(place.description())
                .content()
                .contains("\"directory\"", "\"nameserverPort\"", "\"seats\"", "\"killed\"", "\"paused\"")
                .contains("\"name\"", "\"role\": \"NAMESERVER\"", "\"options\"", "\"process\"")
                .contains("\"pid\"", "\"startedMillis\"");
    }

    @Test
    void afterARemovalNothingIsThere_andASecondRemovalIsFine() {
        file.write(cluster());

        file.remove();
        file.remove();

        assertThat(file.read()).isEmpty();
        assertThat(place.nameserver()).doesNotExist();
    }

    @Test
    void aDamagedDescriptionIsSaidToBeOne() throws IOException {
        Files.writeString(place.description(), "{\"seats\":[");

        assertThatThrownBy(file::read).isInstanceOf(ClusterException.class).hasMessageContaining("is damaged");
    }

    @Test
    void aBaseDirectoryThatIsNotAbsoluteIsIgnored_asTheRulesSay() {
        var odd = ClusterPlace.of(Map.of("XDG_STATE_HOME", "here", "XDG_DATA_HOME", "/data"));

        assertThat(odd.state().toString()).startsWith("/").endsWith(".local/state/just-hungry");
        assertThat(odd.data()).isEqualTo(Path.of("/data/just-hungry/cluster"));
    }

    private static LocalCluster cluster() {
        var seats = List.of(
                new Seat("nameserver", Role.NAMESERVER, List.of(), new ProcessIdentity(17, 1_700_000_000_000L)),
                new Seat("server1", Role.BACKEND, List.of("--in-memory"), null));
        var description =
                new ClusterDescription("/somewhere", 40_001, seats, List.of("server1"), List.of("nameserver"));
        return LocalCluster.described(description, Launcher.background(role -> List.of("nothing")));
    }
}
