package justhungry.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.rmi.AlreadyBoundException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import justhungry.cli.console.Console;
import justhungry.cli.console.TextStyle;
import justhungry.cli.fake.FakeWholeCluster;
import justhungry.client.DirectoryFrontends;
import justhungry.client.TracedFrontends;
import justhungry.cluster.process.ClusterPlan;
import justhungry.cluster.process.Launcher;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.ProcessState;
import justhungry.cluster.status.ClusterProbe;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.rmi.RmiProcess;
import justhungry.testing.TestRmi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoConsoleTest {
    private static final List<String> PROCESS = List.of(
            "sh", "-c", "case $0 in -*) n=nameserver ;; *) n=$0 ;; esac; echo $n ready at 127.0.0.1:2; exec sleep 300");

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final Deque<String> typed = new ArrayDeque<>();
    private final List<String> printed = new ArrayList<>();
    private final DemoConsole console = demoConsole(ClusterPlan.StorageMode.ON_DISK);

    @BeforeAll
    static void configureRmi() {
        TestRmi.configure(RmiProcess::configure);
    }

    @Test
    void aServerIsKilledInTheMiddleOfAnOrder_andTheQuestionIsAskedAgain() {
        typed.addAll(List.of("kill 2", "y"));

        assertThat(console.read("Place this order? (y/n) ", List.of())).isEqualTo("y");
        assertThat(printed).containsExactly("Server2 is not running; start it with: restart server2.");
    }

    @Test
    void tracingIsTurnedOnInTheMiddleOfAnOrder() {
        typed.addAll(List.of("trace on", "trace off", "trace it"));

        assertThat(console.read("Address: ", List.of())).isEqualTo("trace it");
        assertThat(printed).containsExactly("Tracing is on. To stop: trace off", "Tracing is off.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kill servr1 | There is no process 'servr1'. Did you mean server1?",
                "restart killd | There is no process 'killd'. Did you mean killed?",
                "Kill Lane | There is no process 'lane'.",
                "kill | Name one process, like: kill 2, or: kill primary",
                "kil 2 | There is no command 'kil 2'. Did you mean kill 2?",
                "restrat killed | There is no command 'restrat killed'. Did you mean restart killed?",
                "restrat killd | There is no command 'restrat killd'. Did you mean restart killed?",
                "trcae on | There is no command 'trcae on'. Did you mean trace on?",
                "repaly x.jsonl | There is no command 'repaly x.jsonl'. Did you mean replay x.jsonl?",
                "restrt --empty 2 | There is no command 'restrt --empty 2'. Did you mean restart --empty 2?",
                "kil --empty 2 | There is no command 'kil --empty 2'. Did you mean kill 2?",
                "kil server 1 | There is no command 'kil server 1'. Did you mean kill server1?",
                "trace onn | There is no command 'trace onn'. Did you mean trace on?",
                "trace of | There is no command 'trace of'. Did you mean trace on or trace off?"
            })
    void aMistypedCommandIsNeverAnAnswer(String mistyped, String message) {
        typed.addAll(List.of(mistyped, "Ada"));

        assertThat(console.read("First name: ", List.of())).isEqualTo("Ada");
        assertThat(printed).singleElement().asString().startsWith(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 Status Road",
                "Hill 2",
                "2 Kill Lane",
                "apple",
                "pear 2",
                "S",
                "Stan",
                "Stas",
                "Straus",
                "Kit Paul",
                "rest on",
                "Tracy Onn",
                "Kile Road 2",
                ""
            })
    void anAnswerStaysAnAnswer(String answer) {
        typed.add(answer);

        assertThat(console.read("Address: ", List.of())).isEqualTo(answer);
        assertThat(printed).isEmpty();
    }

    @Test
    void atTheMenuAMistypedStatusIsCorrectedToo() {
        console.commands().execute("statsu");

        assertThat(printed).containsExactly("There is no command 'statsu'. Did you mean status?");
    }

    @Test
    void whenNoBackEndOfAClusterInMemoryIsLeft_thenItIsSaidThatTheOrdersAreGone() {
        demoConsole(ClusterPlan.StorageMode.IN_MEMORY).commands().execute("kill all");

        assertThat(printed)
                .contains("All orders were in memory and are gone: this cluster takes no orders any more. For a new"
                        + " one, quit, and start the demo again.");
    }

    @Test
    void whenNoBackEndOfAClusterOnDiskIsLeft_thenNothingIsGone() {
        console.commands().execute("kill all");

        assertThat(printed).containsExactly("There is nothing to kill.");
    }

    @Test
    void theTourShowsAStepAtATime_andOnlyAtTheMenu() {
        typed.add("tour");

        console.commands().execute("tour");
        console.commands().execute("tour");

        assertThat(printed).contains("Tour, step 1 of 7; for the next one, type: tour");
        assertThat(printed).contains("Tour, step 2 of 7; for the next one, type: tour");
        assertThat(console.read("Address: ", List.of())).isEqualTo("tour");
    }

    /** Decision 15. The processes sleep; who answers for them is the fake. */
    @Test
    void whileTheNameServerIsPaused_thePrimaryIsFoundAllTheSame_onceTheDemoKnowsTheProcesses(@TempDir Path directory)
            throws IOException, AlreadyBoundException {
        var plan = new ClusterPlan(2, 1, 0, Optional.empty(), List.of(), ClusterPlan.StorageMode.ON_DISK);
        var cluster = LocalCluster.planned(plan, directory, Launcher.background(role -> PROCESS));
        var end = new CompletableFuture<Void>();
        try (var answers = new FakeWholeCluster();
                var probe = new ClusterProbe(answers.address())) {
            var commands = demoConsole(cluster, probe).commands();
            cluster.start(ready -> {});

            commands.execute("pause nameserver");
            commands.execute("kill primary");
            assertThat(printed)
                    .last()
                    .asString()
                    .startsWith("The primary is unknown, because the name server is paused")
                    .endsWith("first type: resume nameserver.");

            commands.execute("resume nameserver");
            await().atMost(TIMEOUT).until(() -> probe.fetchListing().isPresent());
            commands.execute("pause nameserver");
            answers.silenceNameServer(end);
            await("on a busy machine even the back ends may answer late")
                    .atMost(TIMEOUT)
                    .until(() -> {
                        commands.execute("kill primary");
                        return cluster.processState("server1") == ProcessState.DEAD;
                    });
            assertThat(printed).last().isEqualTo("server1 is killed; bring it back with: restart server1");
        } finally {
            end.complete(null);
            cluster.stop();
        }
    }

    /** A demo console of a cluster that was never started. */
    private DemoConsole demoConsole(ClusterPlan.StorageMode storage) {
        var plan = new ClusterPlan(3, 1, 0, Optional.empty(), List.of(), storage);
        var cluster = LocalCluster.planned(plan, Path.of("nowhere"), Launcher.background(role -> List.of()));
        return demoConsole(cluster, new ClusterProbe(NameServerAddress.parse("127.0.0.1:1")));
    }

    private DemoConsole demoConsole(LocalCluster cluster, ClusterProbe probe) {
        var person = new Person();
        var tracer = new TracedFrontends(new DirectoryFrontends(NameServerAddress.parse("127.0.0.1:1")));
        return new DemoConsole(person, new DemoMenu(cluster, probe, person, Optional.empty(), tracer));
    }

    private final class Person implements Console {
        @Override
        public String read(String prompt, List<String> completions) {
            return typed.remove();
        }

        @Override
        public Optional<String> readUntil(CompletableFuture<?> end, Predicate<String> isWanted) {
            return Optional.empty();
        }

        @Override
        public void dropTypedAhead() {}

        @Override
        public void interruptOnCtrlC(Thread worker) {}

        @Override
        public void print(TextStyle tone, String text) {
            printed.add(text);
        }

        @Override
        public int columns() {
            return 80;
        }

        @Override
        public void close() {}
    }
}
