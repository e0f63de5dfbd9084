package justhungry.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The commands of strace(1) that watch the system calls of a process, or make them slow or fail. */
public final class StraceCommand {
    private StraceCommand() {}

    /** Skips the test where strace is missing or forbidden. */
    public static void assumeWorks() throws InterruptedException {
        assumeTrue(works(), "strace does not work here");
    }

    /** Watches these calls, separated by commas. What is to be watched follows: a command, or {@code -p} with a process. */
    public static List<String> watching(String calls) {
        return new ArrayList<>(List.of("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + calls));
    }

    /** The same, with a fault in these calls, such as {@code error=EIO:when=50}. */
    public static List<String> injecting(String fault, String calls) {
        var command = watching(calls);
        command.addAll(List.of("-e", "inject=" + calls + ":" + fault));
        return command;
    }

    /** The same, in a JVM that runs a main class. */
    public static List<String> injecting(String fault, String calls, Class<?> main, String... arguments) {
        var command = injecting(fault, calls);
        command.addAll(ChildJvm.command(main, arguments));
        return command;
    }

    private static boolean works() throws InterruptedException {
        try {
            return new ProcessBuilder("strace", "-o", "/dev/null", "-e", "trace=none", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // There is no such program.
        }
    }
}
