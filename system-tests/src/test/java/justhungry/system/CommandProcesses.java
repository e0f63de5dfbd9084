package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import justhungry.cluster.process.InstalledJars;
import justhungry.platform.process.ExitCode;
import justhungry.testing.ChildJvm;

/** A runner of the program's commands, each as a process, with directories of their own. */
final class CommandProcesses {
    static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private static final long COMMAND_TIMEOUT_SECONDS = 600;

    private final Path directory;

    CommandProcesses(Path directory) {
        this.directory = directory;
    }

    /** Starts a cluster in the background. On a busy machine it does what {@code up} advises: it waits for longer. */
    void up() throws IOException, InterruptedException {
        var up = run("up");
        if (up.exitCode() != ExitCode.OK.code()) {
            assertThat(up.err()).contains("just-hungry wait-ready");
            var ready = run("wait-ready", "--timeout", "500");
            assertThat(ready.exitCode()).as(ready.err()).isZero();
        }
    }

    /** The output and exit code of a command. */
    record CommandResult(int exitCode, String out, String err) {}

    CommandResult run(String... words) throws IOException, InterruptedException {
        return runWith("", words);
    }

    /** The same, with lines typed. */
    CommandResult runWith(String typed, String... words) throws IOException, InterruptedException {
        return start(typed, words).awaitEnd(COMMAND_TIMEOUT_SECONDS);
    }

    /** The same, without waiting for its end. One command at a time. */
    RunningCommand start(String typed, String... words) throws IOException {
        var in = Files.writeString(directory.resolve("typed"), typed);
        return start(new ProcessBuilder(command(words)).redirectInput(in.toFile()), words);
    }

    /**
     * Starts a command that SIGINT can end; its input stays open. In the background of a shell these tests inherit that SIGINT
     * is ignored, and so would all that they start.
     *
     * @param temporary its directory for temporary files
     */
    RunningCommand startUntilCtrlC(Path temporary, String... words) throws IOException {
        var command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(command(words));
        var builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        return start(builder, words);
    }

    private RunningCommand start(ProcessBuilder builder, String... words) throws IOException {
        var out = directory.resolve("out");
        var err = directory.resolve("err");
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("XDG_STATE_HOME", directory.resolve("state").toString());
        builder.environment().put("XDG_DATA_HOME", directory.resolve("data").toString());
        return new RunningCommand(List.of(words), builder.start(), out, err);
    }

    /** A started command. */
    record RunningCommand(List<String> words, Process process, Path out, Path err) {
        CommandResult awaitEnd(long longestSeconds) throws IOException, InterruptedException {
            if (!process.waitFor(longestSeconds, TimeUnit.SECONDS)) {
                process.destroy();
                throw new AssertionError("%s did not end".formatted(words));
            }
            return new CommandResult(process.exitValue(), Files.readString(out), Files.readString(err));
        }
    }

    private static List<String> command(String... words) throws IOException {
        var command = new ArrayList<>(List.of(ChildJvm.java(), "-XX:+UseSerialGC", "-Djusthungry.home=" + HOME));
        command.addAll(InstalledJars.find().javaOptions());
        command.addAll(List.of("-jar", jar().toString()));
        command.addAll(List.of(words));
        return command;
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(HOME.resolve("user-cli/target"))) {
            return files.filter(file -> file.getFileName().toString().matches("user-cli-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
