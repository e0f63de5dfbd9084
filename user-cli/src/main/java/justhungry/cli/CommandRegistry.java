package justhungry.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import justhungry.cli.cluster.DownCommand;
import justhungry.cli.cluster.FaultAction;
import justhungry.cli.cluster.FaultCommand;
import justhungry.cli.cluster.ForcePrimaryCommand;
import justhungry.cli.cluster.StatusCommand;
import justhungry.cli.cluster.UpCommand;
import justhungry.cli.command.CliCommand;
import justhungry.cli.command.CommandInfo;
import justhungry.cli.command.OrderCommand;
import justhungry.cli.command.PlaceCommand;
import justhungry.cli.command.RequestCommands;
import justhungry.cli.demo.DemoCommand;
import justhungry.cli.replay.ReplayCommand;
import justhungry.cli.replay.VerifyCommand;

/** The registry of all commands, in the order of the help. */
final class CommandRegistry {
    static final CliCommand DEFAULT = new DemoCommand();

    private static final List<CliCommand> COMMANDS = Stream.<Stream<? extends CliCommand>>of(
                    Stream.of(new OrderCommand(), new PlaceCommand(), new VerifyCommand()),
                    RequestCommands.all().stream(),
                    Stream.of(DEFAULT, new UpCommand(), new DownCommand(), new StatusCommand()),
                    Stream.of(FaultAction.values()).map(FaultCommand::new),
                    Stream.of(new ReplayCommand(), new ForcePrimaryCommand()))
            .<CliCommand>flatMap(commands -> commands)
            .toList();

    /** The commands that the launcher script runs from jars of their own, and the help. */
    private static final List<CommandInfo> OTHERS = List.of(
            new CommandInfo("nameserver", "runs the name server"),
            new CommandInfo("backend", "runs a back end"),
            new CommandInfo("frontend", "runs a front end"),
            new CommandInfo("help", "shows this help"));

    private CommandRegistry() {}

    static List<CliCommand> commands() {
        return COMMANDS;
    }

    static Optional<CliCommand> find(String name) {
        return COMMANDS.stream().filter(command -> command.name().equals(name)).findFirst();
    }

    static List<CommandInfo> summary() {
        return Stream.concat(
                        COMMANDS.stream().map(command -> new CommandInfo(command.name(), command.summary())),
                        OTHERS.stream())
                .toList();
    }
}
