package justhungry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import justhungry.cli.command.CommandContext;
import justhungry.cli.console.TerminalCapabilities;
import justhungry.client.FakeFrontendLocator;
import justhungry.client.RetryPolicy;
import justhungry.cluster.process.ClusterFile;
import justhungry.cluster.process.ClusterPaths;
import justhungry.cluster.process.ClusterState;
import justhungry.cluster.process.Launcher;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.ProcessIdentity;
import justhungry.cluster.process.ProcessRole;
import justhungry.cluster.process.ProcessSlot;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.process.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the command line, with files that describe the cluster in the background. */
class BackgroundClusterTest {
    /** Ports without a listener: the first ports are reserved for the system. */
    private static final int BACKGROUND_PORT = 2;

    private static final String ELSEWHERE = "127.0.0.1:1";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    Path home;

    @BeforeEach
    void useDirectoriesOfOurOwn() {
        environment.put("XDG_STATE_HOME", home.resolve("state").toString());
        environment.put("XDG_DATA_HOME", home.resolve("data").toString());
    }

    @Test
    void theEnvironmentComesBeforeTheClusterInTheBackground() throws IOException {
        describeClusterInTheBackground();
        environment.put(NameServerAddress.VARIABLE, ELSEWHERE);

        run("status", "--json");

        assertThat(errText()).contains("no name server answers at " + ELSEWHERE).doesNotContain("server1");
    }

    @Test
    void theOptionComesBeforeTheEnvironment() {
        environment.put(NameServerAddress.VARIABLE, "127.0.0.1:3");

        assertThat(run("status", "--nameserver", ELSEWHERE)).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(errText()).contains("no name server answers at " + ELSEWHERE);
    }

    @Test
    void withoutAnythingElseTheClusterInTheBackgroundIsAsked() throws IOException {
        describeClusterInTheBackground();

        assertThat(run("status", "--json")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("127.0.0.1:" + BACKGROUND_PORT, "server1");
    }

    @Test
    void whenAClusterIsUpAlready_thenUpNamesTheOptionsThatItIgnores() throws IOException {
        describeClusterInTheBackground();

        assertThat(run("up", "--fresh", "--backends", "5", "--yes")).isEqualTo(ExitCode.OK);
        assertThat(errText())
                .contains("A cluster is up already")
                .contains("ignored: --fresh, --backends")
                .doesNotContain("--yes");
    }

    @Test
    void withoutOptionsUpIgnoresNothing() throws IOException {
        describeClusterInTheBackground();

        run("up");

        assertThat(errText()).contains("A cluster is up already").doesNotContain("ignored");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demo --no-input | leave --no-input out",
                "demo --yes | leave --yes out",
                "status --nameserver here | HOST:PORT",
                "force-primary server3 --nameserver here | HOST:PORT"
            })
    void wrongUsageIsOneLineThatSaysWhatToWrite(String line, String words) {
        assertThat(run(List.of(line.split(" ")).toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
        assertThat(errText()).contains(words).hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"--plain", "--no-input", "--yes"})
    void theOptionsOfAllCommandsAreKnown(String option) {
        assertThat(run("down", option)).isEqualTo(ExitCode.OK);
        assertThat(run("status", option, "--nameserver", ELSEWHERE)).isEqualTo(ExitCode.UNAVAILABLE);
    }

    @Test
    void withNoInputNobodyIsAsked_evenAtATerminal() throws IOException {
        Files.createDirectories(ClusterPaths.of(environment).data());

        assertThat(run("up", "--fresh", "--no-input")).isEqualTo(ExitCode.USAGE);
        assertThat(errText()).contains("Nothing was done").contains("--yes");
    }

    /** Describes a cluster whose one process is this one, which is alive. */
    private void describeClusterInTheBackground() throws IOException {
        var place = ClusterPaths.of(environment);
        Files.createDirectories(place.state());
        var self = ProcessHandle.current();
        var started = self.info().startInstant().orElseGet(Instant::now).toEpochMilli();
        var slot = new ProcessSlot("server1", ProcessRole.BACKEND, List.of(), new ProcessIdentity(self.pid(), started));
        var description = new ClusterState(home.toString(), BACKGROUND_PORT, List.of(slot), List.of(), List.of());
        new ClusterFile(place).write(LocalCluster.restored(description, Launcher.background(role -> List.of())));
    }

    private ExitCode run(String... words) {
        var context = new CommandContext(
                environment,
                stream(out),
                stream(err),
                () -> new TerminalCapabilities(true, false, false, false),
                address -> new FakeFrontendLocator(),
                RetryPolicy.DEFAULT,
                role -> List.of());
        return new CommandRunner(context).run(List.of(words));
    }

    private String errText() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
