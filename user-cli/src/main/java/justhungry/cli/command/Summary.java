package justhungry.cli.command;

import java.util.List;
import java.util.stream.Stream;

/** A command's name, and what it does in a few words: of each that the launcher knows, whichever program runs it. */
record Summary(String name, String words) {
    private static final List<Summary> OF_A_CLUSTER = List.of(
            new Summary("demo", "a cluster and the ordering terminal, in one command; nothing of it is left"),
            new Summary("up", "starts a cluster in the background"),
            new Summary("down", "ends it; what was ordered is kept"),
            new Summary("status", "how every process of the cluster stands"),
            new Summary("kill", "kills a process, as by kill -9"),
            new Summary("pause", "stops a process for a while"),
            new Summary("resume", "lets a paused process go on"),
            new Summary("restart", "starts a process again, on the data that it had"),
            new Summary("replay", "sends the requests of a script, and says what happened"),
            new Summary("force-primary", "the last resort, when nobody who holds every order will come back"));

    private static final List<Summary> OF_A_SERVER = List.of(
            new Summary("nameserver", "runs the name server"),
            new Summary("backend", "runs a back end"),
            new Summary("frontend", "runs a front end"));

    /** Those of this program first. */
    static List<Summary> all(List<Command> own) {
        return Stream.of(
                        own.stream().map(command -> new Summary(command.name(), command.summary())),
                        OF_A_CLUSTER.stream(),
                        OF_A_SERVER.stream(),
                        Stream.of(new Summary("help", "shows this")))
                .flatMap(summaries -> summaries)
                .toList();
    }
}
