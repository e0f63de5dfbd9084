package justhungry.cli.command;

import java.util.List;
import java.util.stream.Stream;

/** A command's name and description, for every command that the launcher knows, whichever program runs it. */
public record CommandInfo(String name, String description) {
    private static final List<CommandInfo> CLUSTER_COMMANDS = List.of(
            new CommandInfo("demo", "starts a cluster and the ordering terminal, and deletes everything at the end"),
            new CommandInfo("up", "starts a cluster in the background"),
            new CommandInfo("down", "stops the cluster in the background; orders on disk are kept"),
            new CommandInfo("status", "shows the state of every process"),
            new CommandInfo("kill", "kills a process (kill -9)"),
            new CommandInfo("pause", "pauses a process (kill -STOP)"),
            new CommandInfo("resume", "continues a paused process"),
            new CommandInfo("restart", "restarts a process with its data"),
            new CommandInfo("replay", "sends the requests of a script, and reports the results"),
            new CommandInfo("force-primary", "last resort: makes a back end primary although orders may be lost"));

    private static final List<CommandInfo> SERVER_COMMANDS = List.of(
            new CommandInfo("nameserver", "runs the name server"),
            new CommandInfo("backend", "runs a back end"),
            new CommandInfo("frontend", "runs a front end"));

    /** Whether a command drives the cluster of this machine. The command line knows it without loading those commands. */
    public static boolean isClusterCommand(String name) {
        return CLUSTER_COMMANDS.stream().anyMatch(command -> command.name().equals(name));
    }

    /** All commands, those of this program first. */
    public static List<CommandInfo> all(List<ClientCommand> own) {
        return Stream.of(
                        own.stream().map(command -> new CommandInfo(command.name(), command.summary())),
                        CLUSTER_COMMANDS.stream(),
                        SERVER_COMMANDS.stream(),
                        Stream.of(new CommandInfo("help", "shows this help")))
                .flatMap(summaries -> summaries)
                .toList();
    }
}
