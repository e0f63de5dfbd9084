package justhungry.replay.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static justhungry.replay.run.RunEvents.faultInjected;
import static justhungry.replay.run.RunEvents.mismatching;
import static justhungry.replay.run.RunEvents.order;
import static justhungry.replay.run.RunEvents.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import justhungry.replay.script.model.FaultType;
import org.junit.jupiter.api.Test;

/** Tests of the output on the terminal while a script runs. */
class RunOutputTest {
    private static final String ERASE = "\r\u001b[K";

    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(seen, true, UTF_8);
    private final ProgressBar bar = new ProgressBar(terminal, 4);
    private final List<String> messages = new ArrayList<>();

    @Test
    void theBarGrowsWithTheCompletedRequests_andIsErasedAtTheEnd() throws IOException {
        bar.onEvent(order(1, 0));
        bar.onEvent(order(1, 50));
        bar.onEvent(order(1, 100));
        bar.onIdle();
        bar.close();

        assertThat(drawn())
                .containsExactly(
                        "[######------------------] 1 of 4",
                        "[##################------] 3 of 4",
                        "[##################------] 3 of 4",
                        "");
    }

    @Test
    void theBarNamesTheLastFault_andNeverOverflows() throws IOException {
        bar.onEvent(faultInjected(FaultType.KILL, "primary", "server1", 200));
        for (int i = 1; i <= 5; i++) {
            bar.onEvent(order(1, 200 + 100 * i));
        }

        assertThat(drawn())
                .startsWith("[------------------------] 0 of 4  kill server1")
                .endsWith("[########################] 5 of 4  kill server1");
    }

    @Test
    void aRunWithoutRequestsHasABar() {
        var empty = new ProgressBar(terminal, 0);
        empty.onIdle();

        assertThat(drawn()).containsExactly("[------------------------] 0 of 0");
    }

    @Test
    void linesOnTheSameTerminalTakeTheBarsPlace() throws IOException {
        var eraser = bar.eraser(any -> true);
        eraser.onEvent(order(1, 0));
        terminal.print("line 1\n");
        bar.onEvent(order(1, 0));
        eraser.onEvent(order(1, 1));
        terminal.print("line 2\n");
        bar.onEvent(order(1, 1));
        bar.close();

        assertThat(text())
                .isEqualTo("line 1\n" + ERASE + "[######------------------] 1 of 4" + ERASE + "line 2\n" + ERASE
                        + "[############------------] 2 of 4" + ERASE);
    }

    @Test
    void tenMismatchesArePrintedInFull_andThatThereAreMoreOnce() {
        var mismatches = new ExpectationFailures("t", messages::add);
        var wrong = mismatching(request("CANCEL", "{}", "{'status':'ok'}", 0, 1), "/a: one", "/b: two");
        for (int i = 0; i < 30; i++) {
            mismatches.onRequestCompleted(order(1, i).request());
            mismatches.onRequestCompleted(wrong);
        }

        assertThat(messages).hasSize(11).endsWith("… and more; see the results");
        assertThat(messages.subList(0, 10)).containsOnly("t:2: CANCEL of ada: /a: one; /b: two");
    }

    private List<String> drawn() {
        return List.of(text().split("\r\u001b\\[K", -1)).stream().skip(1).toList();
    }

    private String text() {
        return seen.toString(UTF_8);
    }
}
