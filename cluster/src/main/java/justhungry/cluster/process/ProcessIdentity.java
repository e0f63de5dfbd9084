package justhungry.cluster.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The identity of one process: a pid alone may have been reused by another process. Nothing in it moves when the
 * machine's clock is set.
 *
 * @param start the boot of the machine, and the ticks from the boot to the process's start; without {@code /proc} the time
 *     that the system has recorded for its start
 */
public record ProcessIdentity(long pid, String start) {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    public ProcessIdentity {
        Objects.requireNonNull(start, "the start of a process");
    }

    public static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), startOf(process).orElse("unknown"));
    }

    /** The process, if it is still alive; empty when its pid has been reused. */
    Optional<ProcessHandle> liveProcess() {
        return ProcessHandle.of(pid).filter(this::isSameProcess).filter(process -> !ProcessSignals.hasEnded(process));
    }

    private boolean isSameProcess(ProcessHandle process) {
        return startOf(process).equals(Optional.of(start));
    }

    /** Java's own start of a process is computed from the clock, and jumps with it, where there is {@code /proc}. */
    private static Optional<String> startOf(ProcessHandle process) {
        try {
            var boot = Files.readString(BOOT_ID, StandardCharsets.US_ASCII).strip();
            return ProcessSignals.startTicks(process.pid()).map(ticks -> boot + "/" + ticks);
        } catch (IOException e) {
            return process.info().startInstant().map(Instant::toString);
        }
    }
}
