package justhungry.cli.console;

import java.util.Map;
import org.jline.terminal.spi.SystemStream;

/** The width of the lines for a person. */
public final class TerminalWidth {
    private TerminalWidth() {}

    /** As {@link #of(Map, SystemStream)}, for the output. */
    public static int ofOutput(Map<String, String> environment) {
        return of(environment, SystemStream.Output);
    }

    /**
     * The columns of the terminal that a stream is on, 0 when it is on none. {@code COLUMNS} takes precedence, because a
     * person set it.
     */
    static int of(Map<String, String> environment, SystemStream stream) {
        var set = environment.getOrDefault("COLUMNS", "");
        return set.matches("[1-9][0-9]{1,3}")
                ? Integer.parseInt(set)
                : StandardStreams.load().width(stream);
    }
}
