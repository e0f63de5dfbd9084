package justhungry.cli.command;

import java.util.ArrayList;
import java.util.List;
import justhungry.platform.command.CliOptions;
import justhungry.platform.text.TextColumns;

/** The text of {@code --help}: examples first. */
public final class HelpText {
    private static final int COMMAND_WIDTH = 14;
    private static final int OPTION_WIDTH = 26;
    private static final int LEAST_BESIDE = 30;

    private HelpText() {}

    /**
     * The help of one command.
     *
     * @param columns to wrap at; 0 when lines stay as they are
     */
    public static List<String> of(CliCommand command, int columns) {
        var lines = new ArrayList<String>();
        lines.addAll(wrapped("just-hungry %s: %s".formatted(command.name(), command.summary()), columns));
        lines.add("");
        lines.add("Examples:");
        command.examples().forEach(example -> lines.add(("  just-hungry " + example).stripTrailing()));
        lines.add("");
        if (!command.details().isEmpty()) {
            command.details().lines().forEach(line -> lines.addAll(wrapped(line, columns)));
            lines.add("");
        }
        lines.add("Usage: just-hungry %s [OPTION...] %s"
                .formatted(command.name(), command.arguments())
                .strip());
        CommandInvocation.usableOptions(command)
                .forEach(option ->
                        lines.addAll(row(OPTION_WIDTH, CliOptions.usage(option), option.getDescription(), columns)));
        lines.add("");
        lines.addAll(wrapped("Exit codes: " + command.exitCodes(), columns));
        return lines;
    }

    /** The help of the program: all commands, wrapped likewise. */
    public static List<String> of(List<CommandInfo> commands, int columns) {
        var lines = new ArrayList<String>();
        lines.add("Examples:");
        lines.add("  just-hungry demo");
        lines.add("  just-hungry up");
        lines.add("  just-hungry order");
        lines.add("  just-hungry products --json");
        lines.add("");
        lines.add("Commands:");
        commands.forEach(command -> lines.addAll(row(COMMAND_WIDTH, command.name(), command.summary(), columns)));
        lines.add("");
        lines.addAll(
                wrapped("For details: just-hungry help COMMAND. just-hungry without a command runs demo.", columns));
        return lines;
    }

    /** A name and, beside it, or below it on a narrow terminal, what it is. */
    private static List<String> row(int width, String name, String text, int columns) {
        var first = ("  %-" + width + "s ").formatted(name);
        if (columns == 0) {
            return List.of(first + text);
        }
        int indentation = columns - first.length() < LEAST_BESIDE ? 6 : first.length();
        var lines = new ArrayList<>(TextColumns.wrap(" ".repeat(indentation) + text, columns));
        if (indentation == first.length()) {
            lines.set(0, first + lines.get(0).substring(indentation));
        } else {
            lines.add(0, first.stripTrailing());
        }
        return lines;
    }

    private static List<String> wrapped(String line, int columns) {
        return columns == 0 ? List.of(line) : TextColumns.wrap(line, columns);
    }
}
