package justhungry.cli.console;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import org.jline.terminal.spi.SystemStream;

/**
 * The capabilities of this process's terminal, which determine its console. They are examined before a JLine terminal is
 * built, because that may write escape sequences.
 *
 * @param inputIsTerminal whether the input is a terminal
 * @param outputIsTerminal whether the output is a terminal
 * @param errorIsTerminal whether stderr is a terminal
 * @param plainLines whether to print plain lines even on a terminal
 * @param palette whether lines that can be styled have colours
 */
public record TerminalCapabilities(
        boolean inputIsTerminal,
        boolean outputIsTerminal,
        boolean errorIsTerminal,
        boolean plainLines,
        Palette palette) {
    /** The palette of a console. */
    public enum Palette {
        COLOURS,
        /** By {@code NO_COLOR}: line editing, bold and faint text stay. */
        MONOCHROME
    }

    /** Examines this process's input and output, {@code TERM} and {@code NO_COLOR}. */
    public static TerminalCapabilities of(Map<String, String> environment) {
        var streams = StandardStreams.load();
        var term = environment.getOrDefault("TERM", "");
        boolean colourless = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new TerminalCapabilities(
                streams.isTerminal(SystemStream.Input),
                streams.isTerminal(SystemStream.Output),
                streams.isTerminal(SystemStream.Error),
                term.isEmpty() || term.equals("dumb"),
                colourless ? Palette.MONOCHROME : Palette.COLOURS);
    }

    /** The same, with plain lines. */
    public TerminalCapabilities withPlainLines() {
        return new TerminalCapabilities(inputIsTerminal, outputIsTerminal, errorIsTerminal, true, palette);
    }

    /** Whether a line on stderr can be redrawn. */
    public boolean showsProgress() {
        return errorIsTerminal && !plainLines;
    }

    /** Whether a person can be asked. */
    public boolean isInteractive() {
        return inputIsTerminal;
    }

    /**
     * Opens the console of this process.
     *
     * @param out its stdout
     */
    public Console open(PrintStream out) throws IOException {
        return inputIsTerminal && outputIsTerminal && !plainLines ? JLineConsole.ofThisProcess(palette) : plain(out);
    }

    /** Opens a console of plain lines on {@code err}, for a command whose stdout is data. */
    public Console openOn(PrintStream err) {
        return plain(err);
    }

    /** Discards what a person has typed and this program has not read: the shell after it must not run that. */
    public void discardInput() {
        if (inputIsTerminal) {
            StandardStreams.discardInput();
        }
    }

    private Console plain(PrintStream output) {
        return new PlainConsole(
                new FileInputStream(FileDescriptor.in),
                output,
                inputIsTerminal ? PlainConsole.Echo.BY_TERMINAL : PlainConsole.Echo.BY_CONSOLE);
    }
}
