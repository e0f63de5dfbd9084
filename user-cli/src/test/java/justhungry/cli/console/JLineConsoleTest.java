package justhungry.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of line editing on a terminal in memory. */
class JLineConsoleTest {
    private static final int DEADLINE_SECONDS = 60;

    /** What is pasted comes in pieces, more of them on a busy machine; key by key, the line is drawn for each key. */
    private static final int MIN_KEYS_PER_FLUSH = 10;

    private final PipedOutputStream keys = new PipedOutputStream();
    private final Screen screen = new Screen();
    private JLineConsole console;

    /**
     * Not from a {@code TerminalBuilder}: that one is a pty, and a thread of JLine's resets it, by the number of its file, after
     * it is closed. By then the number may be that of the next test's pty, which loses what is typed after 4,095 bytes.
     */
    @BeforeEach
    void openTerminal() throws IOException {
        var terminal = new ExternalTerminal(
                "in memory", "xterm", new PipedInputStream(keys, 1 << 16), screen, StandardCharsets.UTF_8);
        terminal.setSize(Size.of(80, 24));
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
        var answer = CompletableFuture.supplyAsync(() -> console.read("Address: ", List.of()));
        awaitPrompt("Address: ");

        type(text + "\rnext\r");

        assertThat(answer.get(DEADLINE_SECONDS, TimeUnit.SECONDS)).isEqualTo(text);
        assertThat(screen.flushes()).isLessThan(text.length() / MIN_KEYS_PER_FLUSH);
        assertThat(console.read("Phone: ", List.of())).isEqualTo("next");
    }

    @Test
    void aKeyAfterAPasteIsStillAKey() throws Exception {
        var answer = CompletableFuture.supplyAsync(() -> console.read("Name: ", List.of("kale", "apple")));
        awaitPrompt("Name: ");

        type("axpp\u0002\u0002\u007f\u0005\t\r");

        assertThat(answer.get(DEADLINE_SECONDS, TimeUnit.SECONDS)).isEqualTo("apple");
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

    private static final class Screen extends ByteArrayOutputStream {
        private final AtomicInteger flushes = new AtomicInteger();

        @Override
        public void flush() {
            flushes.incrementAndGet();
        }

        /** About three for each time that the line is drawn. */
        int flushes() {
            return flushes.get();
        }
    }
}
