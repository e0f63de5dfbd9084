package justhungry.cli.command;

import java.util.List;
import java.util.Locale;
import justhungry.cli.console.Console;
import justhungry.cli.console.TextStyle;
import justhungry.cli.terminal.ExtraCommands;

/** A hint at the menu of {@code order} that a command for the cluster is typed elsewhere. */
record ElsewhereHint(Console console) implements ExtraCommands {
    private static final List<String> COMMANDS =
            List.of("kill", "pause", "resume", "restart", "status", "logs", "replay", "up", "down", "demo");

    @Override
    public boolean execute(String line) {
        var command = line.strip().replaceAll("\\s.*", "").toLowerCase(Locale.ROOT);
        if (!COMMANDS.contains(command)) {
            return false;
        }
        console.print(
                TextStyle.BAD,
                "That does not work here. In another terminal, type: just-hungry %s".formatted(line.strip()));
        return true;
    }
}
