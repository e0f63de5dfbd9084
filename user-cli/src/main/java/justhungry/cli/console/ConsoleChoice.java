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
 * Which console this process converses by. It is decided before a JLine terminal is built, for that one may write
 * escape bytes.
 *
 * @param typed whether the input is a terminal
 * @param seen whether the output is a terminal
 * @param watched whether stderr is a terminal
 * @param lineText whether plain lines are wanted even on a terminal
 */
public record ConsoleChoice(boolean typed, boolean seen, boolean watched, boolean lineText) {
    /** Looks at this process's input and output, and at {@code TERM} and {@code NO_COLOR}. */
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

    /** The same, but with plain lines. */
    public ConsoleChoice withLineText() {
        return new ConsoleChoice(typed, seen, watched, true);
    }

    /** Whether a line on stderr may be drawn over and over again. */
    public boolean showsProgress() {
        return watched && !lineText;
    }

    /** Whether somebody can be asked. */
    public boolean interactive() {
        return typed;
    }

    /** Opens it; what is said goes to stdout. */
    public Console open() throws IOException {
        return typed && seen && !lineText ? JLineConsole.ofThisProcess() : plain(stdout());
    }

    /** Opens one of plain lines on {@code err}, for a command whose stdout is data. */
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
