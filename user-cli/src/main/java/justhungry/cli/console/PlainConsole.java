package justhungry.cli.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A console of plain lines: no colours, no completion, no escape sequences. */
public final class PlainConsole implements Console {
    /** The one that shows what is typed. */
    public enum Echo {
        /** A terminal shows the answer beside the prompt. */
        BY_TERMINAL,
        /** The input is no terminal: the console writes the answer beside the prompt, so that a transcript can be read. */
        BY_CONSOLE
    }

    private final BufferedReader in;
    private final PrintStream out;
    private final Echo echo;

    public PlainConsole(InputStream in, PrintStream out, Echo echo) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.echo = echo;
    }

    @Override
    public String read(String prompt, List<String> completions) {
        out.print(prompt);
        out.flush();
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
        out.flush();
    }

    private String line() {
        try {
            var line = in.readLine();
            if (line == null) {
                out.println();
                throw new InputEndedException();
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException("the input cannot be read", e);
        }
    }

    private static String withoutControls(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
