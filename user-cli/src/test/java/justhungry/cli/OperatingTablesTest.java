package justhungry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import justhungry.cli.command.CliCommand;
import justhungry.cli.command.CommandGroup;
import justhungry.cli.command.CommandInfo;
import org.apache.commons.cli.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of commands and options in docs/operating.md: each is what the registry says. */
class OperatingTablesTest {
    private static final Path PAGE = Path.of("..", "docs", "operating.md");

    @ParameterizedTest
    @EnumSource
    void theCommandsOfAGroupAreThoseOfTheRegistry(CommandGroup group) throws IOException {
        var rows = commands(group)
                .map(command -> "| `%s` | %s |"
                        .formatted((command.name() + " " + command.arguments()).strip(), command.summary()));

        assertOnThePage("| command | meaning |\n| --- | --- |\n", rows);
    }

    @ParameterizedTest
    @EnumSource
    void theOptionsOfAGroupAreThoseOfTheRegistry(CommandGroup group) throws IOException {
        var owners = new LinkedHashMap<Option, String>();
        commands(group)
                .forEach(command -> command.options()
                        .forEach(option -> owners.merge(option, "`" + command.name() + "`", (a, b) -> a + ", " + b)));
        group.options().forEach(option -> owners.put(option, "all" + exceptThoseWhoRefuse(option, group)));
        var rows = owners.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue()));

        assertOnThePage("| option | of | meaning |\n| --- | --- | --- |\n", rows);
    }

    private static String exceptThoseWhoRefuse(Option option, CommandGroup group) {
        var refusers = commands(group)
                .filter(command -> command.refusedOptions().contains(option))
                .map(command -> "`%s`".formatted(command.name()))
                .collect(Collectors.joining(", "));
        return refusers.isEmpty() ? "" : " but " + refusers;
    }

    @Test
    void noNameStandsForTwoCommands() {
        assertThat(CommandRegistry.summary().stream().map(CommandInfo::name)).doesNotHaveDuplicates();
    }

    private static Stream<CliCommand> commands(CommandGroup group) {
        return CommandRegistry.commands().stream().filter(command -> command.group() == group);
    }

    private static String row(Option option, String owners) {
        var names = option.getOpt() == null
                ? "`--%s`".formatted(option.getLongOpt() + (option.hasArg() ? " " + option.getArgName() : ""))
                : "`-%s`, `--%s`".formatted(option.getOpt(), option.getLongOpt());
        return "| %s | %s | %s |"
                .formatted(names, owners, option.getDescription().replace("|", "\\|"));
    }

    /** With the line before and after it: a row too many is found, too. */
    private static void assertOnThePage(String head, Stream<String> rows) throws IOException {
        var table = head + rows.collect(Collectors.joining("\n"));
        assertThat(Files.readString(PAGE))
                .as("docs/operating.md has another table; paste this one:%n%s", table)
                .contains("\n\n" + table + "\n\n");
    }
}
