package justhungry.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import justhungry.cli.cluster.DownCommand;
import justhungry.cli.cluster.FaultAction;
import justhungry.cli.cluster.FaultCommand;
import justhungry.cli.cluster.ForcePrimaryCommand;
import justhungry.cli.cluster.LogsCommand;
import justhungry.cli.cluster.RebuildRegisterCommand;
import justhungry.cli.cluster.StatusCommand;
import justhungry.cli.cluster.UpCommand;
import justhungry.cli.cluster.WaitReadyCommand;
import justhungry.cli.command.CliCommand;
import justhungry.cli.command.CommandInfo;
import justhungry.cli.command.OrderCommand;
import justhungry.cli.command.PlaceCommand;
import justhungry.cli.command.RequestCommands;
import justhungry.cli.demo.DemoCommand;
import justhungry.cli.replay.ReplayCommand;
import justhungry.cli.replay.VerifyCommand;
import justhungry.platform.text.NearestWord;

/** The registry of all commands, in the order of the help. */
final class CommandRegistry {
    static final CliCommand DEFAULT = new DemoCommand();

    private static final List<CliCommand> COMMANDS = Stream.<Stream<? extends CliCommand>>of(
                    Stream.of(new OrderCommand(), new PlaceCommand(), new VerifyCommand()),
                    RequestCommands.all().stream(),
                    Stream.of(DEFAULT, new UpCommand(), new DownCommand(), new StatusCommand()),
                    Stream.of(new WaitReadyCommand(), new LogsCommand()),
                    Stream.of(FaultAction.values()).map(FaultCommand::new),
                    Stream.of(new ReplayCommand(), new ForcePrimaryCommand(), new RebuildRegisterCommand()),
                    Stream.of(new CompletionCommand()))
            .<CliCommand>flatMap(commands -> commands)
            .toList();

    /** The commands that the launcher script runs from jars of their own, and the help. */
    private static final List<CommandInfo> OTHERS = List.of(
            new CommandInfo("nameserver", "runs the name server"),
            new CommandInfo("backend", "runs a back end"),
            new CommandInfo("frontend", "runs a front end"),
            new CommandInfo("version", "prints the version"),
            new CommandInfo("help", "shows this help, or with COMMAND that command's help"));

    /** What people type who know other programs, and what it is called here. */
    private static final Map<String, String> SYNONYMS =
            Map.of("start", "up", "stop", "down", "ps", "status", "tail", "logs", "menu", "products");

    private static final List<String> HELP_AND_VERSION = List.of("--help", "-h", "--version");

    private CommandRegistry() {}

    static List<CliCommand> commands() {
        return COMMANDS;
    }

    static Optional<CliCommand> find(String name) {
        return COMMANDS.stream().filter(command -> command.name().equals(name)).findFirst();
    }

    /**
     * The command line with its command: without one it is the default's, as when it is left out before options.
     *
     * @param words as typed
     */
    static List<String> completed(List<String> words) {
        boolean isDefault = words.isEmpty()
                || (words.get(0).startsWith("-")
                        && !HELP_AND_VERSION.contains(words.get(0))
                        && words.stream().noneMatch(names()::contains));
        return isDefault
                ? Stream.concat(Stream.of(DEFAULT.name()), words.stream()).toList()
                : words;
    }

    /** A sentence that suggests a command for a word that is none, with a space before it; empty when none is near. */
    static String didYouMean(String typed) {
        return Optional.ofNullable(SYNONYMS.get(typed))
                .map(" Did you mean %s?"::formatted)
                .orElseGet(() -> NearestWord.didYouMean(typed, names()));
    }

    /** Whether the launcher script runs it from a jar of its own, so that its help is not known here. */
    static boolean isServer(String name) {
        return List.of("nameserver", "backend", "frontend").contains(name);
    }

    /** The names of all commands, those that the launcher script runs among them. */
    private static List<String> names() {
        return summary().stream().map(CommandInfo::name).toList();
    }

    static List<CommandInfo> summary() {
        return Stream.concat(
                        COMMANDS.stream().map(command -> new CommandInfo(command.name(), command.summary())),
                        OTHERS.stream())
                .toList();
    }
}
