package justhungry.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Option;

/** The text of {@code --help}: examples first. */
public final class HelpText {
    private static final int OPTION_WIDTH = 26;

    private HelpText() {}

    public static List<String> of(CliCommand command) {
        var lines = new ArrayList<String>();
        lines.add("just-hungry %s: %s".formatted(command.name(), command.summary()));
        lines.add("");
        lines.add("Examples:");
        command.examples().forEach(example -> lines.add(("  just-hungry " + example).stripTrailing()));
        lines.add("");
        if (!command.details().isEmpty()) {
            command.details().lines().forEach(lines::add);
            lines.add("");
        }
        lines.add("Usage: just-hungry %s [OPTION...] %s"
                .formatted(command.name(), command.arguments())
                .strip());
        CommandInvocation.options(command).forEach(option -> lines.add(line(option)));
        lines.add("");
        lines.add("Exit codes: " + command.exitCodes());
        return lines;
    }

    public static List<String> of(List<CommandInfo> commands) {
        var lines = new ArrayList<String>();
        lines.add("Examples:");
        lines.add("  just-hungry demo");
        lines.add("  just-hungry up");
        lines.add("  just-hungry order");
        lines.add("  just-hungry products --json");
        lines.add("");
        lines.add("Commands:");
        commands.forEach(command -> lines.add("  %-14s %s".formatted(command.name(), command.summary())));
        lines.add("");
        lines.add("just-hungry COMMAND --help has the details. Without a command: demo.");
        return lines;
    }

    private static String line(Option option) {
        var value = option.hasArg() ? " " + option.getArgName() : "";
        return ("  %-" + OPTION_WIDTH + "s %s").formatted("--" + option.getLongOpt() + value, option.getDescription());
    }
}
