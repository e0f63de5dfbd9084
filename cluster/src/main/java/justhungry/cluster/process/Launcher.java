package justhungry.cluster.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The launcher of a cluster's processes, each in a session of its own: Ctrl-C in a terminal does not reach them. */
public final class Launcher {
    private final RoleLauncher commands;
    private final Function<Supplier<ProcessHandle>, ProcessHandle> guarding;

    private Launcher(RoleLauncher commands, Function<Supplier<ProcessHandle>, ProcessHandle> guarding) {
        this.commands = commands;
        this.guarding = guarding;
    }

    /** A launcher whose processes continue when this one ends. */
    public static Launcher background(RoleLauncher commands) {
        return new Launcher(commands, Supplier::get);
    }

    /** A launcher whose processes end when this one does, however it ends. */
    public static Launcher guarded(RoleLauncher commands, OrphanGuard guards) {
        return new Launcher(commands, guards::launch);
    }

    /**
     * Starts a process.
     *
     * @param logs the files for its stdout, which is overwritten, and for its log, which is appended to
     */
    ProcessHandle launch(ProcessRole role, List<String> arguments, LogFiles logs) {
        var command = new ArrayList<>(ownSession());
        command.addAll(commands.command(role));
        command.addAll(arguments);
        return guarding.apply(() -> start(command, logs));
    }

    private static ProcessHandle start(List<String> command, LogFiles logs) {
        try {
            Files.createDirectories(logs.log().getParent());
            return new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(logs.stdout().toFile())
                    .redirectError(ProcessBuilder.Redirect.appendTo(logs.log().toFile()))
                    .start()
                    .toHandle();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be started".formatted(command.get(0)), e);
        }
    }

    /** Not every system has the program; without it the processes share our session, and all else is the same. */
    private static List<String> ownSession() {
        boolean there =
                Stream.of("/usr/bin/setsid", "/bin/setsid").map(Path::of).anyMatch(Files::isExecutable);
        return there ? List.of("setsid") : List.of();
    }
}
