package justhungry.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.AlreadyBoundException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import justhungry.cli.command.CommandContext;
import justhungry.cli.console.TerminalCapabilities;
import justhungry.cli.console.TerminalCapabilities.Palette;
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
import justhungry.cluster.process.ProcessState;
import justhungry.cluster.process.RoleLauncher;
import justhungry.coordination.NameServerAddress;
import justhungry.fixtures.FakeNameServer;
import justhungry.platform.process.DataDirectory;
import justhungry.platform.process.ExitCode;
import justhungry.platform.process.ProgramOutput;
import justhungry.platform.rmi.RmiProcess;
import justhungry.testing.TestRmi;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the command line, with files that describe the cluster in the background. */
class BackgroundClusterTest {
    /** Ports without a listener: the first ports are reserved for the system. */
    private static final int BACKGROUND_PORT = 2;

    private static final String ELSEWHERE = "127.0.0.1:1";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private RoleLauncher roles = role -> List.of();

    @TempDir
    Path home;

    @BeforeAll
    static void configureRmi() {
        TestRmi.configure(RmiProcess::configure);
    }

    @BeforeEach
    void useDirectoriesOfOurOwn() {
        environment.put("XDG_STATE_HOME", home.resolve("state").toString());
        environment.put("XDG_DATA_HOME", home.resolve("data").toString());
    }

    @Test
    void theEnvironmentComesBeforeTheClusterInTheBackground() throws IOException {
        describeClusterInTheBackground();
        environment.put(NameServerAddress.VARIABLE, ELSEWHERE);

        assertInTime(() -> {
            run("status", "--json");
            assertThat(errText()).contains("nothing listens at " + ELSEWHERE).doesNotContain("server1");
        });
    }

    @Test
    void theOptionComesBeforeTheEnvironment() {
        environment.put(NameServerAddress.VARIABLE, "127.0.0.1:3");

        assertInTime(() -> {
            assertThat(run("status", "--nameserver", ELSEWHERE)).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(errText()).contains("nothing listens at " + ELSEWHERE);
        });
    }

    @ParameterizedTest
    @CsvSource({"'', --catalogue is empty; write --catalogue FILE", "/, the catalogue '/' is not a regular file"})
    void aCatalogueThatIsNoFileIsRefused(String file, String reason) {
        assertThat(run("up", "--catalogue", file)).isEqualTo(ExitCode.USAGE);
        assertThat(errText()).contains(reason);
    }

    @Test
    void whenAProcessIsPaused_thenUpSaysHowItIsResumed() throws Exception {
        var sleeper = new ProcessBuilder("sleep", "1000").start();
        try {
            describeClusterInTheBackground(sleeper.toHandle());
            var stop = new ProcessBuilder("kill", "-s", "STOP", Long.toString(sleeper.pid())).start();
            assertThat(stop.waitFor()).isZero();

            assertInTime(() -> {
                assertThat(run("up")).isEqualTo(ExitCode.OK);
                assertThat(errText()).contains("server1 is paused; resume it with: just-hungry resume server1");
            });
        } finally {
            sleeper.destroyForcibly();
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 127.0.0.1:2", "' --nameserver localhost:2', localhost:2"})
    void withoutAnythingElse_orByAnotherNameOfItsHost_theClusterInTheBackgroundIsAsked(String option, String asked)
            throws IOException {
        describeClusterInTheBackground();

        assertThat(runLine("status --json" + option))
                .as("it takes no orders: nothing of it runs")
                .isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"address\":\"" + asked + "\"", "server1");
    }

    @Test
    void whenAClusterIsUpAlready_thenUpRefusesTheOptionsOfAStart() throws IOException {
        describeClusterInTheBackground();

        assertThat(run("up", "--fresh", "--backends", "5", "--yes")).isEqualTo(ExitCode.USAGE);
        assertThat(errText())
                .contains("A cluster is up already")
                .contains(
                        "Nothing was changed",
                        ": --fresh, --backends can be given only when the cluster starts. First type: just-hungry down")
                .doesNotContain("--yes");
    }

    @Test
    void withoutOptionsUpIsContentWithTheClusterThatThereIs() throws IOException {
        describeClusterInTheBackground();

        assertThat(run("up")).isEqualTo(ExitCode.OK);
        assertThat(errText()).contains("A cluster is up already").doesNotContain("Nothing was changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill server1", "pause primary", "resume all", "restart 2", "replay FAULTS"})
    void whenThereIsNoCluster_thenAFaultSaysSo(String line) {
        environment.put(NameServerAddress.VARIABLE, ELSEWHERE);

        assertInTime(() -> {
            assertThat(runLine(line)).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(errText())
                    .contains("there is no cluster: nothing listens at " + ELSEWHERE, "just-hungry up")
                    .hasLineCount(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill server1", "pause primary", "resume all", "restart 2", "replay FAULTS"})
    void whenAClusterRunsByHand_thenAFaultSaysSo(String line) throws IOException, AlreadyBoundException {
        try (var byHand = new FakeNameServer()) {
            environment.put(NameServerAddress.VARIABLE, byHand.address().toString());

            assertInTime(() -> {
                assertThat(runLine(line)).isEqualTo(ExitCode.UNAVAILABLE);
                assertThat(errText())
                        .contains("the cluster at %s was not started with just-hungry up".formatted(byHand.address()))
                        .contains("by hand")
                        .hasLineCount(1);
            });
        }
    }

    /** On a busy machine, an answer or a refusal may come later than a command waits. */
    private void assertInTime(ThrowingRunnable assertions) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            err.reset();
            assertions.run();
        });
    }

    @Test
    void aReplayWithFaultsForAnotherClusterThanTheOneInTheBackgroundNamesBoth() throws IOException {
        describeClusterInTheBackground();

        assertInTime(() -> {
            assertThat(runLine("replay FAULTS --nameserver " + ELSEWHERE)).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(errText())
                    .contains("nothing listens at " + ELSEWHERE)
                    .contains("the one in the background is at 127.0.0.1:" + BACKGROUND_PORT);
        });
    }

    @Test
    void whenTheNameServersAddressIsNone_thenAFaultSaysSo() {
        environment.put(NameServerAddress.VARIABLE, "here");

        assertThat(run("kill", "server1")).isEqualTo(ExitCode.USAGE);
        assertThat(errText()).contains("write HOST:PORT").hasLineCount(1);
    }

    @Test
    void waitReadyEndsWithTheVerdictWhenTheTimeIsOver() throws IOException {
        assertInTime(() -> {
            assertThat(runLine("wait-ready --timeout 0 --nameserver " + ELSEWHERE))
                    .isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(errText()).contains("nothing listens at " + ELSEWHERE).hasLineCount(1);
        });
        err.reset();
        describeClusterInTheBackground();
        assertThat(runLine("wait-ready --timeout 1")).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(errText().lines())
                .hasSize(3)
                .startsWith(errText().lines().toList().get(2), "Waiting for at most 1 s…")
                .allMatch(line -> line.startsWith("Unknown whether orders are taken") || line.startsWith("Waiting"));
    }

    @Test
    void theLogsAreMergedByTime_alsoAfterTheEndOfTheCluster() throws IOException {
        writeLog("server1", "10:00:00.000 server1 ready", "10:00:02.000 server1 stops");
        writeLog("nameserver", "10:00:01.000 nameserver ready");

        assertThat(run("logs")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
            server1     10:00:00.000 server1 ready
            nameserver  10:00:01.000 nameserver ready
            server1     10:00:02.000 server1 stops
            """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"logs server1", "logs 1"})
    void theLogOfOneProcessIsShownAsItIs(String line) throws IOException {
        writeLog("server1", "10:00:00.000 server1 ready");
        writeLog("server2", "10:00:00.000 server2 ready");

        assertThat(runLine(line)).isEqualTo(ExitCode.OK);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("10:00:00.000 server1 ready\n");
    }

    @Test
    void whenThereAreNoLogs_thenThatIsSaid() throws IOException {
        assertThat(run("logs")).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(errText()).contains("there are no logs yet; to start a cluster: just-hungry up");
        assertThat(run("logs", "--directory", "mistyped")).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(errText()).contains("there are no logs in mistyped: check --directory");
        writeLog("server1", "10:00:00.000 server1 ready");
        assertThat(run("logs", "server7")).isEqualTo(ExitCode.USAGE);
        assertThat(errText()).contains("there is no log of 'server7', only of server1");
    }

    private void writeLog(String process, String... lines) throws IOException {
        var logs = Files.createDirectories(ClusterPaths.of(environment).data().resolve("logs"));
        Files.write(logs.resolve(process + ".log"), List.of(lines));
    }

    private ExitCode runLine(String line) throws IOException {
        var faults = Files.writeString(
                home.resolve("faults.jsonl"),
                "{\"jh\":1}\n{\"op\":\"PRODUCT_LIST\",\"user\":\"ada\"}\n{\"fault\":\"kill\",\"target\":\"primary\"}\n");
        return run(line.replace("FAULTS", faults.toString()).split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demo --no-input | leave --no-input out",
                "demo --yes | leave --yes out",
                "status --nameserver here | HOST:PORT",
                "force-primary server3 --nameserver here | HOST:PORT",
                "force-primary | name one back end, like server3"
            })
    void wrongUsageIsOneLineThatSaysWhatToWrite(String line, String words) {
        assertThat(run(List.of(line.split(" ")).toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
        assertThat(errText()).contains(words).hasLineCount(1);
    }

    @Test
    void onlyABackEndIsForcedToBePrimary() throws Exception {
        try (var nameServer = new FakeNameServer()) {
            var address = nameServer.address().toString();

            assertInTime(() -> {
                assertThat(run("force-primary", "primary", "--nameserver", address))
                        .isEqualTo(ExitCode.UNAVAILABLE);
                assertThat(errText()).contains("no back end named 'primary' answers; it must be running");
            });
        }
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

    @Test
    void aClusterIsNotDownWhileAProcessHoldsItsData_whateverTheFileSays() throws Exception {
        var data = ClusterPaths.of(environment).data().resolve("data").resolve("server1");

        try (var held = DataDirectory.open(data)) {
            assertThat(run("down")).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(errText()).contains("still runs: it uses " + held.path(), "kill ");
        }
        assertThat(run("down")).isEqualTo(ExitCode.OK);
    }

    @Test
    void whileAProcessHoldsTheData_thenUpFreshDeletesNothing_whateverTheFileSays() throws Exception {
        var data = ClusterPaths.of(environment).data().resolve("data").resolve("server1");

        try (var held = DataDirectory.open(data)) {
            assertThat(run("up", "--fresh", "--yes")).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(errText()).contains("still runs: it uses " + held.path(), "kill ");
        }
        assertThat(data).isNotEmptyDirectory();
    }

    /** As after a wrong catalogue. No role can be started here. */
    @Test
    void whenTheNewClusterDoesNotStart_thenUpFreshHasDeletedNothing() throws IOException {
        var order =
                Files.createDirectories(dataOf("server2").resolve("database")).resolve("order");
        Files.writeString(order, "1");

        assertThat(run("up", "--fresh", "--yes")).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(order).hasContent("1");
        assertThat(errText()).contains("the earlier orders are back");
    }

    /** It was killed: what it had begun is no cluster. */
    @Test
    void whenUpFreshWasCutShort_thenTheNextUpFindsTheEarlierOrders() throws IOException {
        var data = ClusterPaths.of(environment).data();
        Files.writeString(
                Files.createDirectories(data.resolveSibling("cluster-before")).resolve("order"), "1");
        Files.writeString(Files.createDirectories(data).resolve("new"), "2");

        assertThat(run("up")).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(data).isDirectoryContaining("glob:**/order").isDirectoryNotContaining("glob:**/new");
    }

    @Test
    void whenTheEarlierClusterKeptItsOrdersInMemory_thenUpSaysThatFreshIsNeeded() throws IOException {
        storeView("epoch 3");

        assertThat(run("up", "--in-memory")).isEqualTo(ExitCode.USAGE);
        assertThat(run("up")).isEqualTo(ExitCode.USAGE);
        assertThat(errText()).contains("they are gone").contains("add --fresh").hasLineCount(2);
    }

    @Test
    void whenOrdersAreOnDisk_thenUpInMemorySaysThatItCannotLoadThem() throws IOException {
        storeView("epoch 3");
        Files.createDirectories(dataOf("server2").resolve("database"));

        assertThat(run("up", "--in-memory")).isEqualTo(ExitCode.USAGE);
        assertThat(errText())
                .contains(ClusterPaths.of(environment).data().toString(), "leave --in-memory out", "add --fresh")
                .hasLineCount(1);
    }

    /** No role can be started here: that a start was tried shows that nothing else was in the way. */
    @Test
    void whenNoClusterHasEverServed_thenNothingIsInTheWay() throws IOException {
        storeView("epoch 0");

        assertThat(run("up", "--in-memory")).isNotEqualTo(ExitCode.USAGE);
        assertThat(errText()).doesNotContain("--fresh");
    }

    @Test
    void whenAClusterInMemoryGoesDown_thenNothingIsSaidToBeKept() throws IOException {
        describeDeadCluster(List.of("--in-memory"));

        assertThat(run("down")).isEqualTo(ExitCode.OK);
        assertThat(errText()).contains("in memory and are gone", "up --fresh").doesNotContain("kept");
    }

    @Test
    void aRestartedProcessIsKnownBeforeItIsReady_forTheCommandMayBeEndedAtAnyMoment() throws Exception {
        describeDeadCluster(List.of());
        roles = role -> List.of("sh", "-c", "exec sleep 300");
        var command = new Thread(() -> run("restart", "server1"));
        command.start();
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !livingProcesses().isEmpty());
        } finally {
            command.interrupt();
            command.join();
            livingProcesses().forEach(ProcessHandle::destroyForcibly);
        }
        assertThat(errText()).contains("interrupted while a process was starting");
    }

    /** The processes that the file describes and that are alive. */
    private List<ProcessHandle> livingProcesses() {
        return new ClusterFile(ClusterPaths.of(environment))
                .read().stream()
                        .flatMap(cluster -> cluster.slots().stream())
                        .filter(slot -> slot.state() != ProcessState.DEAD)
                        .flatMap(slot -> Optional.ofNullable(slot.process()).stream())
                        .flatMap(process -> ProcessHandle.of(process.pid()).stream())
                        .toList();
    }

    private void describeDeadCluster(List<String> options) throws IOException {
        var place = ClusterPaths.of(environment);
        Files.createDirectories(place.state());
        var slot = new ProcessSlot("server1", ProcessRole.BACKEND, options, null);
        var description = new ClusterState(home.toString(), BACKGROUND_PORT, List.of(slot), List.of(), List.of());
        new ClusterFile(place)
                .write(LocalCluster.restored(description, Launcher.background(role -> List.of()), unrecorded -> {}));
    }

    private void storeView(String epoch) throws IOException {
        var register = Files.createDirectories(dataOf("nameserver")).resolve("view");
        Files.writeString(register, "title\n%s\n".formatted(epoch));
    }

    private Path dataOf(String name) {
        return ClusterPaths.of(environment).data().resolve("data").resolve(name);
    }

    /** Describes a cluster whose one process is this one, which is alive. */
    private void describeClusterInTheBackground() throws IOException {
        describeClusterInTheBackground(ProcessHandle.current());
    }

    private void describeClusterInTheBackground(ProcessHandle process) throws IOException {
        var place = ClusterPaths.of(environment);
        Files.createDirectories(place.state());
        var slot = new ProcessSlot("server1", ProcessRole.BACKEND, List.of(), ProcessIdentity.of(process));
        var description = new ClusterState(home.toString(), BACKGROUND_PORT, List.of(slot), List.of(), List.of());
        new ClusterFile(place)
                .write(LocalCluster.restored(description, Launcher.background(role -> List.of()), unrecorded -> {}));
    }

    private ExitCode run(String... words) {
        var context = new CommandContext(
                environment,
                ProgramOutput.to(out),
                stream(err),
                () -> new TerminalCapabilities(true, false, false, false, Palette.COLOURS),
                (address, background) -> new FakeFrontendLocator(),
                RetryPolicy.DEFAULT,
                roles);
        return new CommandRunner(context).run(List.of(words));
    }

    private String errText() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
