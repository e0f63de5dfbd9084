package justhungry.cli.cluster;

import java.io.IOException;

/** The width of the lines for a person. */
final class TerminalWidth {
    private static final int DEFAULT_COLUMNS = 80;

    private TerminalWidth() {}

    /** The columns of the terminal that the output is on; {@code COLUMNS} takes precedence, because a person set it. */
    static int of(ClusterContext context) throws IOException {
        var set = context.environment().getOrDefault("COLUMNS", "");
        if (set.matches("[1-9][0-9]{1,3}")) {
            return Integer.parseInt(set);
        }
        if (!context.terminal().outputIsTerminal() || context.terminal().plainLines()) {
            return DEFAULT_COLUMNS;
        }
        try (var console = context.terminal().open()) {
            return console.columns();
        }
    }
}
