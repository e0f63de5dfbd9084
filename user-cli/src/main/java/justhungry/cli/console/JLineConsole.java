package justhungry.cli.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import justhungry.platform.text.TextColumns;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** A console on a terminal, with line editing, completion by Tab, and colours. */
final class JLineConsole implements Console {
    private static final int MIN_COLUMNS = 20;

    private final Terminal terminal;

    private final LineReader reader;
    private List<String> completions = List.of();

    JLineConsole(Terminal terminal) {
        this.terminal = terminal;
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser((line, cursor, context) -> new WholeLine(line, cursor))
                .completer((any, line, candidates) -> completions.forEach(word -> candidates.add(candidate(word))))
                .variable(LineReader.DISABLE_HISTORY, true) // Arrow-up must not offer an address where a name is asked.
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.AUTO_MENU, false) // Tab lists: nothing is chosen that was not typed.
                .build();
    }

    /** The terminal of this process. With grapheme clusters off, JLine sends no probes to it. */
    static JLineConsole ofThisProcess() throws IOException {
        return new JLineConsole(TerminalBuilder.builder()
                .system(true)
                .encoding(StandardCharsets.UTF_8)
                .graphemeCluster(false)
                .build());
    }

    @Override
    public String read(String prompt, List<String> words) {
        completions = List.copyOf(words);
        try {
            return reader.readLine(new AttributedString(prompt, AttributedStyle.BOLD).toAnsi(terminal));
        } catch (UserInterruptException e) {
            throw new InputInterruptedException();
        } catch (EndOfFileException e) {
            throw new InputEndedException();
        }
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

    private static AttributedStyle style(TextStyle tone) {
        return switch (tone) {
            case PLAIN -> AttributedStyle.DEFAULT;
            case HEADING -> AttributedStyle.BOLD;
            case GOOD -> AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
            case BAD -> AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
            case FAINT -> AttributedStyle.DEFAULT.faint();
        };
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
