package justhungry.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jline.terminal.Size;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of line editing on a terminal in memory. */
class JLineConsoleTest {
    private static final int DEADLINE_SECONDS = 60;

    private final PipedOutputStream keys = new PipedOutputStream();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private JLineConsole console;

    @BeforeEach
    void openTerminal() throws IOException {
        var terminal = TerminalBuilder.builder()
                .system(false)
                .type("xterm")
                .encoding(StandardCharsets.UTF_8)
                .graphemeCluster(false)
                .size(Size.of(80, 24))
                .streams(new PipedInputStream(keys, 1 << 16), screen)
                .build();
        console = new JLineConsole(terminal, TerminalCapabilities.Palette.COLOURS);
    }

    @AfterEach
    void closeTerminal() {
        console.close();
    }

    /** As from a terminal that does not bracket what is pasted: each character is a key. */
    @Test
    void whatIsPastedAtOnceIsTakenAtOnce() throws Exception {
        var text = "Palace Green 1é🍎, ".repeat(600).strip();
        var answer = CompletableFuture.supplyAsync(() -> timed(() -> console.read("Address: ", List.of())));
        awaitPrompt("Address: ");

        type(text + "\rnext\r");

        assertThat(answer.get(DEADLINE_SECONDS, TimeUnit.SECONDS).line()).isEqualTo(text);
        assertThat(answer.join().cpuTime()).isLessThan(Duration.ofSeconds(3));
        assertThat(console.read("Phone: ", List.of())).isEqualTo("next");
    }

    @Test
    void aKeyAfterAPasteIsStillAKey() throws Exception {
        var answer = CompletableFuture.supplyAsync(() -> console.read("Name: ", List.of("kale", "apple")));
        awaitPrompt("Name: ");

        type("axpp\u0002\u0002\u007f\u0005\t\r");

        assertThat(answer.get(DEADLINE_SECONDS, TimeUnit.SECONDS)).isEqualTo("apple");
    }

    private record TimedAnswer(String line, Duration cpuTime) {}

    private static TimedAnswer timed(Supplier<String> read) {
        var before = cpuTime();
        var line = read.get();
        return new TimedAnswer(line, cpuTime().minus(before));
    }

    private void awaitPrompt(String prompt) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(DEADLINE_SECONDS))
                .until(() -> screen.toString(StandardCharsets.UTF_8).contains(prompt));
    }

    private void type(String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    private static Duration cpuTime() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }
}
