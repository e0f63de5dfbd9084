package justhungry.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import justhungry.platform.process.DurableFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterFileTest {
    @TempDir
    Path home;

    private ClusterPaths paths;
    private ClusterFile file;

    @BeforeEach
    void paths() throws IOException {
        paths = ClusterPaths.of(Map.of("XDG_STATE_HOME", home.toString()));
        Files.createDirectories(paths.state());
        file = new ClusterFile(paths);
    }

    @Test
    void whatWasWrittenIsReadBack_andTheNameServersPlaceStandsBesideIt() {
        var written = cluster();

        file.write(written);

        assertThat(file.read()).contains(written.state());
        assertThat(paths.nameserver()).hasContent("127.0.0.1:40001");
    }

    @Test
    void theKeysOfTheFileStayTheSame() {
        file.write(cluster());

        assertThat(paths.stateFile())
                .content()
                .contains("\"directory\"", "\"nameserverPort\"", "\"seats\"", "\"killed\"", "\"paused\"")
                .contains("\"name\"", "\"role\": \"NAMESERVER\"", "\"options\"", "\"process\"")
                .contains("\"pid\"", "\"start\"");
    }

    @Test
    void afterARemovalNothingIsThere_andASecondRemovalIsFine() {
        file.write(cluster());

        file.remove();
        file.remove();

        assertThat(file.read()).isEmpty();
        assertThat(paths.nameserver()).doesNotExist();
    }

    @Test
    void anInterruptBeforeAWriteIsKeptUntilAfterIt() {
        var written = cluster();

        Thread.currentThread().interrupt();
        file.write(written);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(file.read()).contains(written.state());
    }

    /** An interrupt closes the file that is being written. Which write it hits, if any, is chance: so there are many. */
    @Test
    @Timeout(120)
    void aWriteThatIsInterruptedIsRepeated_andTheInterruptIsKept() throws Exception {
        var written = cluster();
        var next = paths.stateFile().resolveSibling(paths.stateFile().getFileName() + DurableFile.NEXT_SUFFIX);
        var writer = Thread.currentThread();
        for (int i = 0; i < 50; i++) {
            file.remove();
            var interrupter = CompletableFuture.runAsync(() -> {
                while (!Files.exists(next) && !Files.exists(paths.stateFile())) {
                    Thread.onSpinWait();
                }
                writer.interrupt();
            });

            file.write(written);

            interrupted(interrupter);
            assertThat(file.read()).contains(written.state());
            assertThat(paths.nameserver()).hasContent(written.nameserver());
        }
    }

    /** Waits for the interrupt, of this thread, and takes it. */
    private static void interrupted(CompletableFuture<Void> interrupter) {
        interrupter.join();
        assertThat(Thread.interrupted()).isTrue();
    }

    /** The last one is of a version that knew processes by the time of day. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"seats\":[",
                "",
                "{}",
                "{\"directory\":\"/x\",\"nameserverPort\":1,\"killed\":[],\"paused\":[],\"seats\":[{\"name\":\"server1\","
                        + "\"role\":\"BACKEND\",\"options\":[],\"process\":{\"pid\":1,\"startedMillis\":1}}]}"
            })
    void aDamagedDescriptionIsSaidToBeOne(String json) throws IOException {
        Files.writeString(paths.stateFile(), json);

        assertThatThrownBy(file::read).isInstanceOf(ClusterException.class).hasMessageContaining("is damaged");
    }

    @Test
    void aBaseDirectoryThatIsNotAbsoluteIsIgnored_asTheRulesSay() {
        var odd = ClusterPaths.of(Map.of("XDG_STATE_HOME", "here", "XDG_DATA_HOME", "/data"));

        assertThat(odd.state().toString()).startsWith("/").endsWith(".local/state/just-hungry");
        assertThat(odd.data()).isEqualTo(Path.of("/data/just-hungry/cluster"));
    }

    private static LocalCluster cluster() {
        var seats = List.of(
                new ProcessSlot("nameserver", ProcessRole.NAMESERVER, List.of(), new ProcessIdentity(17, "boot/4711")),
                new ProcessSlot("server1", ProcessRole.BACKEND, List.of("--in-memory"), null));
        var description = new ClusterState("/somewhere", 40_001, seats, List.of("server1"), List.of("nameserver"));
        return LocalCluster.restored(description, Launcher.background(role -> List.of("nothing")), unrecorded -> {});
    }
}
