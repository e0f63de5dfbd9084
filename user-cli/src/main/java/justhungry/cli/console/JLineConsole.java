package justhungry.cli.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import justhungry.cli.console.TerminalCapabilities.Palette;
import justhungry.platform.process.ExitCode;
import justhungry.platform.text.TextColumns;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/** A console on a terminal, with line editing, completion by Tab, and styles. */
final class JLineConsole implements Console {
    private static final int MIN_COLUMNS = 20;
    private static final int MAX_RECALLED_COMMANDS = 100;
    private static final int DELETE = 127;

    /** The time between two keys of one paste. */
    private static final int PASTE_TIMEOUT_MILLIS = 5;

    private final Terminal terminal;

    /** As the shell has set it. */
    private final Attributes usual;

    private final Palette palette;
    private final LineReaderImpl reader;

    /** The commands that were typed, the last one last. */
    private final Deque<String> commands = new ArrayDeque<>();

    private final Deque<String> kept = new ArrayDeque<>();
    private List<String> completions = List.of();
    private String partialLine = "";
    private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();

    JLineConsole(Terminal terminal, Palette palette) {
        this.terminal = terminal;
        this.palette = palette;
        this.usual = terminal.getAttributes();
        terminal.handle(Terminal.Signal.TSTP, signal -> suspend());
        // By default JLine lets these signals end the process at once: nothing would be cleaned up.
        terminal.handle(Terminal.Signal.INT, signal -> interruptWorker());
        terminal.handle(Terminal.Signal.QUIT, signal -> exit());
        this.reader = (LineReaderImpl) LineReaderBuilder.builder()
                .terminal(terminal)
                .parser((line, cursor, context) -> new WholeLine(line, cursor))
                .completer((any, line, candidates) -> completions.forEach(word -> candidates.add(candidate(word))))
                .variable(LineReader.DISABLE_HISTORY, true) // Arrow-up must not offer an address where a name is asked.
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.AUTO_MENU, false) // Tab lists: nothing is chosen that was not typed.
                .build();
        reader.getWidgets().put(LineReader.SELF_INSERT, this::insertTyped);
    }

    /**
     * Inserts a key, and all text that follows at once, as when a terminal pastes without brackets. JLine redraws the whole
     * line after each widget: key by key, ten thousand characters take half a minute.
     */
    private boolean insertTyped() {
        Objects.requireNonNull(reader.getBuiltinWidgets().get(LineReader.SELF_INSERT))
                .apply();
        while (isText(reader.peekCharacter(PASTE_TIMEOUT_MILLIS))) {
            reader.getBuffer().write(reader.readCharacter());
        }
        return true;
    }

    /** Whether a key is a character of a line: no control, no end, and not nothing. */
    private static boolean isText(int key) {
        return key >= ' ' && key != DELETE;
    }

    /** The terminal of this process. With grapheme clusters off, JLine sends no probes to it. */
    static JLineConsole ofThisProcess(Palette palette) throws IOException {
        var terminal = TerminalBuilder.builder()
                .system(true)
                .encoding(StandardCharsets.UTF_8)
                .graphemeCluster(false)
                .build();
        return new JLineConsole(terminal, palette);
    }

    /** While a command is read, and only then, the reader has a history: that of the commands. */
    @Override
    public String readCommand(String prompt, List<String> words) {
        reader.setVariable(LineReader.DISABLE_HISTORY, false);
        try {
            commands.forEach(reader.getHistory()::add);
            var command = read(prompt, words);
            if (!command.isBlank()) {
                commands.add(command);
            }
            if (commands.size() > MAX_RECALLED_COMMANDS) {
                commands.remove();
            }
            return command;
        } finally {
            reader.setVariable(LineReader.DISABLE_HISTORY, true);
            forgetHistory();
        }
    }

    private void forgetHistory() {
        try {
            reader.getHistory().purge();
        } catch (IOException e) {
            throw new UncheckedIOException("the history of commands cannot be emptied", e);
        }
    }

    @Override
    public String read(String prompt, List<String> words) {
        completions = List.copyOf(words);
        if (!kept.isEmpty()) {
            print(TextStyle.PLAIN, prompt + kept.peek());
            return kept.remove();
        }
        try {
            return readLine(prompt, AttributedStyle.BOLD);
        } catch (UserInterruptException e) {
            throw new InputInterruptedException();
        } catch (EndOfFileException e) {
            throw new InputEndedException();
        }
    }

    /** What was being typed when a wait ended is the beginning of the next line. */
    private String readLine(String prompt, AttributedStyle style) {
        var begun = partialLine;
        partialLine = "";
        return reader.readLine(
                new AttributedString(prompt, style).toAnsi(terminal), (String) null, (Character) null, begun);
    }

    @Override
    public Optional<String> readUntil(CompletableFuture<?> end, Predicate<String> isWanted) {
        completions = List.of();
        reader.option(LineReader.Option.ERASE_LINE_ON_FINISH, true);
        try {
            while (!end.isDone()) {
                var line = lineUntil(end);
                if (line.filter(isWanted).isPresent()) {
                    print(TextStyle.FAINT, WAITING_PROMPT + line.get());
                    return line;
                }
                line.ifPresent(kept::add);
            }
            return Optional.empty();
        } finally {
            reader.option(LineReader.Option.ERASE_LINE_ON_FINISH, false);
        }
    }

    private Optional<String> lineUntil(CompletableFuture<?> end) {
        var interrupt = new ReadInterrupt(Thread.currentThread());
        var unused = end.whenComplete((result, failure) -> interrupt.send());
        try {
            return Optional.of(readLine(WAITING_PROMPT, AttributedStyle.DEFAULT.faint()));
        } catch (UserInterruptException e) {
            if (!end.isDone()) {
                throw new InputInterruptedException();
            }
            partialLine = e.getPartialLine();
            return Optional.empty();
        } catch (EndOfFileException e) {
            return Optional.empty(); // Ctrl-D ends the answers to questions; there is none now.
        } finally {
            interrupt.close();
        }
    }

    @Override
    public void dropTypedAhead() {
        kept.clear();
        partialLine = "";
        StandardStreams.discardInput();
        try {
            while (terminal.reader().peek(1) >= 0) {
                terminal.reader().read();
            }
        } catch (IOException e) {
            // Then the next question reads it.
        }
    }

    @Override
    public void interruptOnCtrlC(Thread thread) {
        worker.set(thread);
    }

    private void interruptWorker() {
        var interrupted = worker.get();
        if (interrupted == null) {
            exit();
        } else {
            interrupted.interrupt();
        }
    }

    /** In a thread of its own, because the end waits for what is to be cleaned up. */
    private static void exit() {
        new Thread(() -> System.exit(ExitCode.INTERRUPTED.code()), "ctrl-c").start();
    }

    @Override
    public void print(TextStyle tone, String text) {
        var lines = String.join(System.lineSeparator(), TextColumns.wrap(text, columns()));
        var styled = new AttributedString(lines, style(tone));
        if (reader.isReading()) {
            reader.printAbove(styled); // Another thread prints: what is being typed stays below.
        } else {
            terminal.writer().println(styled.toAnsi(terminal));
            terminal.writer().flush();
        }
    }

    /**
     * Suspends this job, as Ctrl-Z does any other: JLine takes that key, and does nothing. It is SIGSTOP, because this process
     * handles SIGTSTP; when the job continues, JLine redraws the line.
     */
    private void suspend() {
        var raw = terminal.getAttributes();
        terminal.setAttributes(usual);
        try {
            new ProcessBuilder("sh", "-c", "kill -STOP 0").inheritIO().start().waitFor();
        } catch (IOException e) {
            // There is no shell that it could be suspended to.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        terminal.setAttributes(raw);
    }

    @Override
    public int columns() {
        int columns = terminal.getColumns();
        return columns == 0 ? DEFAULT_COLUMNS : Math.max(MIN_COLUMNS, columns);
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be restored", e);
        }
    }

    private static Candidate candidate(String word) {
        return new Candidate(word, word, null, null, null, null, false);
    }

    private AttributedStyle coloured(int colour) {
        return palette == Palette.COLOURS ? AttributedStyle.DEFAULT.foreground(colour) : AttributedStyle.DEFAULT;
    }

    private AttributedStyle style(TextStyle tone) {
        return switch (tone) {
            case PLAIN -> AttributedStyle.DEFAULT;
            case HEADING -> AttributedStyle.BOLD;
            case GOOD -> coloured(AttributedStyle.GREEN);
            case BAD -> coloured(AttributedStyle.RED);
            case FAINT -> AttributedStyle.DEFAULT.faint();
        };
    }

    /** An interrupt of a thread while it reads, and not later. */
    private static final class ReadInterrupt {
        private final Thread reading;
        private final Lock lock = new ReentrantLock();
        private boolean sent;
        private boolean closed;

        ReadInterrupt(Thread reading) {
            this.reading = reading;
        }

        void send() {
            lock.lock();
            try {
                if (!closed) {
                    sent = true;
                    reading.interrupt();
                }
            } finally {
                lock.unlock();
            }
        }

        void close() {
            lock.lock();
            try {
                closed = true;
                if (sent) {
                    var unused = Thread.interrupted();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** A line as one word: quotes and backslashes are literal, as in O'Brien. */
    private record WholeLine(String line, int cursor) implements CompletingParsedLine {
        @Override
        public String word() {
            return line;
        }

        @Override
        public int wordCursor() {
            return cursor;
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(line);
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return cursor;
        }

        @Override
        public int rawWordLength() {
            return line.length();
        }
    }
}
