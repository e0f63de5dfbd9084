package justhungry.cli.cluster;

import java.io.IOException;
import justhungry.cli.command.CommandInvocation;
import justhungry.cli.console.Console;

/** The width of the lines for a person. */
final class TerminalWidth {
    private TerminalWidth() {}

    /** The columns of the terminal that the output is on; {@code COLUMNS} takes precedence, because a person set it. */
    static int of(CommandInvocation invocation) throws IOException {
        var set = invocation.context().environment().getOrDefault("COLUMNS", "");
        if (set.matches("[1-9][0-9]{1,3}")) {
            return Integer.parseInt(set);
        }
        if (!invocation.terminal().outputIsTerminal() || invocation.terminal().plainLines()) {
            return Console.DEFAULT_COLUMNS;
        }
        try (var console = invocation.terminal().open()) {
            return console.columns();
        }
    }
}
