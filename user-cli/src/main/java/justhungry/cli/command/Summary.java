package justhungry.cli.command;

import java.util.List;
import java.util.stream.Stream;

/** A command's name and description, for every command that the launcher knows, whichever program runs it. */
public record Summary(String name, String words) {
    private static final List<Summary> OF_A_CLUSTER = List.of(
            new Summary("demo", "starts a cluster and the ordering terminal, and deletes everything at the end"),
            new Summary("up", "starts a cluster in the background"),
            new Summary("down", "stops it; orders on disk are kept"),
            new Summary("status", "shows the state of every process"),
            new Summary("kill", "kills a process (kill -9)"),
            new Summary("pause", "pauses a process (kill -STOP)"),
            new Summary("resume", "continues a paused process"),
            new Summary("restart", "restarts a process with its data"),
            new Summary("replay", "sends the requests of a script, and reports the results"),
            new Summary("force-primary", "last resort: makes a back end primary although orders may be lost"));

    private static final List<Summary> OF_A_SERVER = List.of(
            new Summary("nameserver", "runs the name server"),
            new Summary("backend", "runs a back end"),
            new Summary("frontend", "runs a front end"));

    /** All commands, those of this program first. */
    public static List<Summary> all(List<Command> own) {
        return Stream.of(
                        own.stream().map(command -> new Summary(command.name(), command.summary())),
                        OF_A_CLUSTER.stream(),
                        OF_A_SERVER.stream(),
                        Stream.of(new Summary("help", "shows this help")))
                .flatMap(summaries -> summaries)
                .toList();
    }
}
