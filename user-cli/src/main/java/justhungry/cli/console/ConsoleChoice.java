package justhungry.cli.console;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jline.terminal.spi.SystemStream;

/**
 * The capabilities of this process's terminal, which determine its console. They are examined before a JLine terminal is
 * built, because that may write escape sequences.
 *
 * @param typed whether the input is a terminal
 * @param seen whether the output is a terminal
 * @param watched whether stderr is a terminal
 * @param lineText whether to print plain lines even on a terminal
 */
public record ConsoleChoice(boolean typed, boolean seen, boolean watched, boolean lineText) {
    /** Examines this process's input and output, {@code TERM} and {@code NO_COLOR}. */
    public static ConsoleChoice of(Map<String, String> environment) {
        var streams = Streams.load();
        var term = environment.getOrDefault("TERM", "dumb");
        boolean colourless = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new ConsoleChoice(
                streams.isTerminal(SystemStream.Input),
                streams.isTerminal(SystemStream.Output),
                streams.isTerminal(SystemStream.Error),
                colourless || term.equals("dumb"));
    }

    /** The same, with plain lines. */
    public ConsoleChoice withLineText() {
        return new ConsoleChoice(typed, seen, watched, true);
    }

    /** Whether a line on stderr can be redrawn. */
    public boolean showsProgress() {
        return watched && !lineText;
    }

    /** Whether a person can be asked. */
    public boolean interactive() {
        return typed;
    }

    /** Opens the console; it prints to stdout. */
    public Console open() throws IOException {
        return typed && seen && !lineText ? JLineConsole.ofThisProcess() : plain(stdout());
    }

    /** Opens a console of plain lines on {@code err}, for a command whose stdout is data. */
    public Console openBesideData(PrintStream err) {
        return plain(err);
    }

    private Console plain(PrintStream output) {
        return new PlainConsole(
                new FileInputStream(FileDescriptor.in),
                output,
                typed ? PlainConsole.Echo.BY_TERMINAL : PlainConsole.Echo.BY_CONSOLE);
    }

    private static PrintStream stdout() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    }
}
