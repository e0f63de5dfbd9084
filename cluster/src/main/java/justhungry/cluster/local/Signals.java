package justhungry.cluster.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Stops and continues processes, which Java itself cannot, and sees which are stopped. */
final class Signals {
    private static final Duration LONGEST_EFFECT = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

    private Signals() {}

    /** SIGSTOP: the process lives on, and does nothing. It has stopped when this returns. */
    static void pause(ProcessHandle process) {
        run("kill", "-s", "STOP", Long.toString(process.pid()));
        await(() -> isPaused(process) || hasEnded(process));
    }

    /** SIGCONT. The process goes on when this returns. */
    static void resume(ProcessHandle process) {
        run("kill", "-s", "CONT", Long.toString(process.pid()));
        await(() -> !isPaused(process));
    }

    /** A signal takes effect a little after it was sent. */
    private static void await(BooleanSupplier effect) {
        long deadlineNanos = System.nanoTime() + LONGEST_EFFECT.toNanos();
        while (!effect.getAsBoolean() && System.nanoTime() < deadlineNanos) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    static boolean isPaused(ProcessHandle process) {
        return state(process.pid()).startsWith("T");
    }

    /** Whether the process has ended. One that nobody has collected yet has a number and a state, but does nothing. */
    static boolean hasEnded(ProcessHandle process) {
        return !process.isAlive() || state(process.pid()).startsWith("Z");
    }

    /** The state's letter as {@code ps} gives it; from {@code /proc} where there is one, for that is quicker. */
    private static String state(long pid) {
        var stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            // The program's name stands in brackets before the state, and may hold anything, brackets too.
            var text = Files.readString(stat, StandardCharsets.ISO_8859_1);
            return text.substring(text.lastIndexOf(')') + 2);
        } catch (NoSuchFileException e) {
            return Files.exists(Path.of("/proc/self/stat")) ? "" : run("ps", "-o", "state=", "-p", Long.toString(pid));
        } catch (IOException e) {
            return ""; // It ended while we looked.
        }
    }

    private static String run(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.onExit().join();
            return output.strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the program %s cannot be run".formatted(command[0]), e);
        }
    }
}
