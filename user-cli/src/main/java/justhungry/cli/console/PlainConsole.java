package justhungry.cli.console;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A console of plain lines: no colours, no completion, no escape sequences. Its input is UTF-8 whatever the locale is; one
 * that is not ends the program before a character is lost.
 */
public final class PlainConsole implements Console {
    /** The one that shows what is typed. */
    public enum Echo {
        /** A terminal shows the answer beside the prompt. */
        BY_TERMINAL,
        /** The input is no terminal: the console writes the answer beside the prompt, so that a transcript can be read. */
        BY_CONSOLE
    }

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final InputStream in;
    private final PrintStream out;
    private final Echo echo;
    private int lines;
    private boolean endedByReturn;

    public PlainConsole(InputStream in, PrintStream out, Echo echo) {
        this.in = new BufferedInputStream(in);
        this.out = out;
        this.echo = echo;
    }

    @Override
    public String read(String prompt, List<String> completions) {
        out.print(prompt);
        requireWritten();
        var line = line();
        if (echo == Echo.BY_CONSOLE) {
            out.println(withoutControls(line));
        }
        return line;
    }

    @Override
    public void print(TextStyle tone, String text) {
        out.println(withoutControls(text));
        out.flush();
    }

    @Override
    public int columns() {
        return DEFAULT_COLUMNS;
    }

    @Override
    public void close() {
        requireWritten();
    }

    /** A question that nobody can see gets no answer. */
    private void requireWritten() {
        if (out.checkError()) {
            throw new UncheckedIOException(
                    "the output cannot be written", new IOException("is its disk full, or has its reader left?"));
        }
    }

    private String line() {
        try {
            var line = new ByteArrayOutputStream();
            int next = firstOfLine();
            if (next < 0) {
                out.println();
                throw new InputEndedException();
            }
            while (next >= 0 && next != '\n' && next != '\r') {
                line.write(next);
                next = in.read();
            }
            endedByReturn = next == '\r';
            return decoded(line.toByteArray());
        } catch (CharacterCodingException e) {
            throw new UncheckedIOException(
                    "line %d of the input is not UTF-8; convert it, as with: iconv -f latin1 -t utf-8".formatted(lines),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("the input cannot be read", e);
        }
    }

    /** A return and a line feed together end one line; the return alone ends it at once. */
    private int firstOfLine() throws IOException {
        int first = in.read();
        return first == '\n' && endedByReturn ? in.read() : first;
    }

    private String decoded(byte[] line) throws CharacterCodingException {
        lines++;
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line))
                .toString();
        return lines == 1 && text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
    }

    private static String withoutControls(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
