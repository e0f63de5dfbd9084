package justhungry.cluster.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The identity of one process: a pid alone may have been reused by another process.
 *
 * @param startedMillis when the process began, in milliseconds since 1970
 */
public record ProcessIdentity(long pid, long startedMillis) {
    /** The largest difference between two readings of one start: the system computes it from its clock each time. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    public static ProcessIdentity of(ProcessHandle process) {
        var started = process.info().startInstant().orElseGet(Instant::now);
        return new ProcessIdentity(process.pid(), started.toEpochMilli());
    }

    /** The process, if it is still alive; empty when its pid has been reused. */
    Optional<ProcessHandle> liveProcess() {
        return ProcessHandle.of(pid).filter(this::isSameProcess).filter(process -> !ProcessSignals.hasEnded(process));
    }

    private boolean isSameProcess(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(started -> Math.abs(started.toEpochMilli() - startedMillis) <= TOLERANCE.toMillis())
                .orElse(false);
    }
}
