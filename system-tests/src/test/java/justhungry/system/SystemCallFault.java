package justhungry.system;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import justhungry.testing.StraceCommand;

/** A fault that strace injects into a living process: its system calls take longer, or fail. It ends when it is closed. */
final class SystemCallFault implements AutoCloseable {
    private static final Duration LONGEST_BEGIN = Duration.ofSeconds(60);
    private static final long END_TIMEOUT_SECONDS = 10;

    private final Process strace;

    private SystemCallFault(Process strace) {
        this.strace = strace;
    }

    /** Every sync of the disk takes 20 ms more. */
    static SystemCallFault slowDisk(long pid) throws IOException {
        return begin(pid, "fdatasync,fsync", "delay_enter=20000");
    }

    /** No sync succeeds, because the disk is full. */
    static SystemCallFault fullDisk(long pid) throws IOException {
        return begin(pid, "fdatasync,fsync", "error=ENOSPC");
    }

    /** Every read, of which nearly all are from the network, takes 5 ms more. */
    static SystemCallFault slowNetwork(long pid) throws IOException {
        return begin(pid, "read,recvfrom", "delay_enter=5000");
    }

    /** Whether strace is installed, and may trace a child of this process. */
    static boolean isPossible() throws IOException, InterruptedException {
        var sleeper = new ProcessBuilder("sleep", "60").start();
        try {
            var attempt = attach(StraceCommand.watching("none"), sleeper.pid());
            await().atMost(LONGEST_BEGIN).until(() -> isTraced(sleeper) || !attempt.isAlive());
            boolean traced = isTraced(sleeper);
            attempt.destroy();
            return traced;
        } catch (IOException e) {
            return false; // There is no such program.
        } finally {
            sleeper.destroyForcibly();
        }
    }

    private static boolean isTraced(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .anyMatch(line -> line.matches("TracerPid:\\s*[1-9].*"));
    }

    private static SystemCallFault begin(long pid, String calls, String what) throws IOException {
        return new SystemCallFault(attach(StraceCommand.injecting(what, calls), pid));
    }

    private static Process attach(List<String> strace, long pid) throws IOException {
        var command = new ArrayList<>(strace);
        command.addAll(List.of("-p", Long.toString(pid)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Ends the fault. */
    @Override
    public void close() {
        strace.destroy();
        try {
            if (!strace.waitFor(END_TIMEOUT_SECONDS, SECONDS)) {
                strace.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
