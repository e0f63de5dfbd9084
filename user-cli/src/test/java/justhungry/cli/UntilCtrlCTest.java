package justhungry.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.cli.command.CommandContext;
import justhungry.cli.console.TerminalCapabilities;
import justhungry.cli.fake.FakeCluster;
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
import justhungry.fixtures.FakeFrontend;
import justhungry.fixtures.FakeNameServer;
import justhungry.fixtures.FakeShop;
import justhungry.platform.process.ExitCode;
import justhungry.platform.process.ProgramOutput;
import justhungry.platform.rmi.RmiProcess;
import justhungry.testing.TestRmi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that go on until Ctrl-C, which interrupts their thread here. */
class UntilCtrlCTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Process> processes = new ArrayList<>();

    @TempDir
    Path home;

    @BeforeAll
    static void configureRmi() {
        TestRmi.configure(RmiProcess::configure);
    }

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void logsThatAreFollowedShowWhatComesLater_alsoInALogThatTakesTheFirstOnesPlace() throws Exception {
        var logs = Files.createDirectory(home.resolve("logs"));
        var log = logs.resolve("server1.log");
        Files.writeString(log, "10:00:00.000 server1 ready\n");

        var exitCode = untilCtrlC(List.of("logs", "--follow", "--directory", logs.toString()), () -> {
            awaitOutput("10:00:00.000 server1 ready\n");
            Files.writeString(log, "10:00:01.000 server1 stops\n", StandardOpenOption.APPEND);
            awaitOutput("10:00:00.000 server1 ready\n10:00:01.000 server1 stops\n");
            var next = Files.writeString(home.resolve("next"), "10:00:02.000 anew\n");
            Files.move(next, log, StandardCopyOption.ATOMIC_MOVE);
            awaitOutput("10:00:00.000 server1 ready\n10:00:01.000 server1 stops\n10:00:02.000 anew\n");
        });

        assertThat(exitCode).isEqualTo(ExitCode.INTERRUPTED);
    }

    @Test
    void aStatusThatIsWatchedAsJsonIsALineForEachChange() throws Exception {
        try (var nameServer = new FakeNameServer()) {
            var server1 = new Member("server1", UUID.randomUUID());
            var server2 = new Member("server2", UUID.randomUUID());
            nameServer.moveTo(new View(1, server1, List.of(server1, server2)));
            var watch = List.of(
                    "status",
                    "--watch",
                    "--json",
                    "--nameserver",
                    nameServer.address().toString());

            var exitCode = untilCtrlC(watch, () -> {
                await().atMost(TIMEOUT).until(() -> text(out).contains("\"view\":{\"epoch\":1,"));
                int questions = nameServer.questions();
                await().atMost(TIMEOUT).until(() -> nameServer.questions() > questions + 1);
                nameServer.moveTo(new View(2, server2, List.of(server1, server2)));
                await().atMost(TIMEOUT).until(() -> text(out).contains("\"view\":{\"epoch\":2,"));
            });

            assertThat(exitCode).isEqualTo(ExitCode.INTERRUPTED);
            var lines = text(out).lines().toList(); // More than two, if the name server was late with an answer.
            assertThat(lines).allMatch(line -> line.startsWith("{\"takesOrders\":false,"));
            assertThat(IntStream.range(1, lines.size()))
                    .noneMatch(at -> lines.get(at).equals(lines.get(at - 1)));
        }
    }

    @Test
    void ctrlCInAReplaySaysWhatItsFaultsHaveLeftDownOrPaused() throws Exception {
        try (var cluster = new FakeCluster(new FakeFrontend(new FakeShop()))) {
            describe(NameServerAddress.parse(cluster.address()));
            var list = "{\"op\":\"PRODUCT_LIST\",\"user\":\"ada\"}";
            var script = Files.writeString(home.resolve("s.jsonl"), """
                    {"jh":1}
                    %1$s
                    {"fault":"kill","target":"server1"}
                    {"fault":"pause","target":"server2"}
                    {"repeat":10000000,"of":[%1$s]}
                    """.formatted(list));
            var replay = List.of("replay", script.toString(), "--nameserver", cluster.address());

            var exitCode = untilCtrlC(replay, () -> await().atMost(TIMEOUT).until(() -> out.size() > 20_000));

            assertThat(exitCode).as(text(err)).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(text(err)).contains("The run was interrupted").endsWith("""
                            server1 is down; start it with: just-hungry restart server1
                            server2 is paused; continue it with: just-hungry resume server2
                            """);
        }
    }

    /** Describes a cluster in the background, of three processes that do nothing. */
    private void describe(NameServerAddress nameserver) throws IOException {
        var slots = new ArrayList<ProcessSlot>();
        for (var name : List.of("server1", "server2", "server3")) {
            var process = new ProcessBuilder("sleep", "3600").start();
            processes.add(process);
            slots.add(new ProcessSlot(name, ProcessRole.BACKEND, List.of(), ProcessIdentity.of(process.toHandle())));
        }
        var paths = ClusterPaths.of(environment());
        Files.createDirectories(paths.state());
        var description = new ClusterState(home.toString(), nameserver.port(), slots, List.of(), List.of());
        new ClusterFile(paths)
                .write(LocalCluster.restored(description, Launcher.background(role -> List.of()), unrecorded -> {}));
    }

    /** What happens while a command runs. */
    private interface Meanwhile {
        void run() throws Exception;
    }

    private ExitCode untilCtrlC(List<String> words, Meanwhile meanwhile) throws Exception {
        var command = new FutureTask<>(() -> run(words));
        var thread = new Thread(command, "command");
        thread.setDaemon(true);
        thread.start();
        try {
            meanwhile.run();
        } finally {
            thread.interrupt();
        }
        return command.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }

    private ExitCode run(List<String> words) {
        var context = new CommandContext(
                environment(),
                ProgramOutput.to(out),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                () -> new TerminalCapabilities(false, false, false, true, TerminalCapabilities.Palette.MONOCHROME),
                (address, background) -> new FakeFrontendLocator(),
                RetryPolicy.DEFAULT,
                role -> List.of());
        return new CommandRunner(context).run(words);
    }

    private Map<String, String> environment() {
        return Map.of(
                "XDG_STATE_HOME", home.resolve("state").toString(),
                "XDG_DATA_HOME", home.resolve("data").toString());
    }

    private void awaitOutput(String expected) {
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(text(out)).isEqualTo(expected));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
