package justhungry.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import justhungry.cli.console.Console;
import justhungry.cli.console.TextStyle;
import justhungry.client.DirectoryFrontends;
import justhungry.client.TracedFrontends;
import justhungry.cluster.process.ClusterPlan;
import justhungry.cluster.process.Launcher;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.status.ClusterProbe;
import justhungry.coordination.NameServerAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoConsoleTest {
    private final Deque<String> typed = new ArrayDeque<>();
    private final List<String> printed = new ArrayList<>();
    private final DemoConsole console = demoConsole();

    @Test
    void aServerIsKilledInTheMiddleOfAnOrder_andTheQuestionIsAskedAgain() {
        typed.addAll(List.of("kill 2", "y"));

        assertThat(console.read("Place this order? (y/n) ", List.of())).isEqualTo("y");
        assertThat(printed).containsExactly("server2 is not running; start it with: restart server2");
    }

    @Test
    void tracingIsTurnedOnInTheMiddleOfAnOrder() {
        typed.addAll(List.of("trace on", "trace off", "trace it"));

        assertThat(console.read("Address: ", List.of())).isEqualTo("trace it");
        assertThat(printed)
                .containsExactly(
                        "The way of each request is shown now. To end that: trace off",
                        "The way of requests is not shown any more.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kill Lane", "1 Status Road", "kill", "restart --empty 2", "Resume", "replay x", ""})
    void anAnswerThatBeginsLikeACommandStaysAnAnswer(String answer) {
        typed.add(answer);

        assertThat(console.read("Address: ", List.of())).isEqualTo(answer);
        assertThat(printed).isEmpty();
    }

    /** A demo console of a cluster that was never started. */
    private DemoConsole demoConsole() {
        var plan = new ClusterPlan(3, 1, 0, Optional.empty(), List.of(), ClusterPlan.StorageMode.ON_DISK);
        var cluster = LocalCluster.planned(plan, Path.of("nowhere"), Launcher.background(role -> List.of()));
        var person = new Person();
        var tracer = new TracedFrontends(new DirectoryFrontends(NameServerAddress.parse("127.0.0.1:1")));
        var probe = new ClusterProbe(NameServerAddress.parse("127.0.0.1:1"));
        return new DemoConsole(person, new DemoMenu(cluster, probe, person, tracer));
    }

    private final class Person implements Console {
        @Override
        public String read(String prompt, List<String> completions) {
            return typed.remove();
        }

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
