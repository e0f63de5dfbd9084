package justhungry.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The signals that stop and continue processes, which Java itself cannot send, and the states they cause. */
final class ProcessSignals {
    /** A signal takes effect within moments, but on a busy machine later. */
    private static final Duration EFFECT_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(2);

    /** Where {@code /proc} tells how many threads a process has, and when it began, counted from its state. */
    private static final int THREADS = 17;

    private static final int START_TICKS = 19;

    private ProcessSignals() {}

    /**
     * SIGSTOP: the process lives on, and does nothing.
     *
     * @return whether it has stopped, or ended; false when it is still running after a long wait
     */
    static boolean pause(ProcessHandle process) {
        run("kill", "-s", "STOP", Long.toString(process.pid()));
        return await(() -> isPaused(process) || hasEnded(process), EFFECT_TIMEOUT);
    }

    /**
     * SIGCONT.
     *
     * @return whether the process goes on, or has ended; false when it is still stopped after a long wait
     */
    static boolean resume(ProcessHandle process) {
        run("kill", "-s", "CONT", Long.toString(process.pid()));
        return await(() -> !isPaused(process), EFFECT_TIMEOUT);
    }

    /**
     * Waits for the end of a process. It looks again and again: of a process that is not its child, Java itself learns
     * the end seconds later only.
     *
     * @return whether it has ended in that time
     */
    static boolean endsWithin(ProcessHandle process, Duration longest) {
        return await(() -> hasEnded(process), longest);
    }

    /** A signal takes effect a little after it was sent. */
    private static boolean await(BooleanSupplier effect, Duration longest) {
        long deadlineNanos = System.nanoTime() + longest.toNanos();
        while (!effect.getAsBoolean()) {
            if (System.nanoTime() - deadlineNanos > 0) {
                return false;
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
        return true;
    }

    static boolean isPaused(ProcessHandle process) {
        return state(process.pid()).startsWith("T");
    }

    /**
     * Whether the process has ended. One that nobody has collected yet has a number and a state, but does nothing.
     *
     * <p>The state is read first: whoever has ended may be collected, and so lose its state, at any moment. Looked at the
     * other way round, it would be alive for the first look, and in no state of the dead for the second.
     */
    static boolean hasEnded(ProcessHandle process) {
        return isOver(state(process.pid())) || !process.isAlive();
    }

    /**
     * Whether this is the state of a process that has ended. While threads are left, it has not: its first thread may end
     * before the others, which still hold its files and its ports.
     */
    static boolean isOver(String state) {
        var fields = state.split(" ", -1);
        boolean firstThreadEnded = state.startsWith("Z") || state.startsWith("X");
        return firstThreadEnded && (fields.length <= THREADS || Integer.parseInt(fields[THREADS]) <= 1);
    }

    /**
     * The state's letter as {@code ps} gives it; from {@code /proc} where there is one, for that is quicker, with all that
     * follows there. Empty when there is no such process.
     */
    private static String state(long pid) {
        var stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            // The program's name comes before the state, in brackets, and may contain anything, even brackets.
            var text = Files.readString(stat, StandardCharsets.ISO_8859_1);
            return text.substring(text.lastIndexOf(')') + 2);
        } catch (NoSuchFileException e) {
            return Files.exists(Path.of("/proc/self/stat")) ? "" : run("ps", "-o", "state=", "-p", Long.toString(pid));
        } catch (IOException e) {
            return ""; // It ended in the meantime.
        }
    }

    /** The ticks from the boot of the machine to the start of a process; empty without such a process, or {@code /proc}. */
    static Optional<String> startTicks(long pid) {
        var fields = state(pid).split(" ", -1);
        return fields.length > START_TICKS ? Optional.of(fields[START_TICKS]) : Optional.empty();
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
