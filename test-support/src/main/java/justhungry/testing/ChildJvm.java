package justhungry.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A JVM like that of the test, in a process of its own. */
public final class ChildJvm {
    /** It is over before the second compiler has paid for itself. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    /** Far longer than any of them takes, on however busy a machine. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private ChildJvm() {}

    /** The program that runs this JVM. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The class path of the test. */
    public static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** The command that runs a main class with the class path of the test. */
    public static List<String> command(Class<?> main, String... arguments) {
        return command(List.of(), main, arguments);
    }

    /**
     * The same, with flags for the JVM.
     *
     * @param flags such as {@code -Xmx64m}
     */
    public static List<String> command(List<String> flags, Class<?> main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(java());
        command.add(SHORT_LIVED);
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * Destroys a process, with those that it has started, if it runs for longer than 3 minutes: a read of its output does not
     * end otherwise.
     *
     * @return that process
     */
    public static Process limited(Process process) {
        return limited(process, LONGEST);
    }

    /** The same, with a limit of its own for one that is to run for long. */
    public static Process limited(Process process, Duration longest) {
        CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                });
        return process;
    }

    /** Starts it. What it writes to stderr is seen with the output of the test. */
    public static Process start(Class<?> main, String... arguments) throws IOException {
        return new ProcessBuilder(command(main, arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
