package justhungry.cluster.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The line that a server writes to stdout when it is ready: {@code server1 ready}. */
record ReadyLine(String text) {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    /**
     * Waits for a process's ready line.
     *
     * @param process empty when it has ended already
     * @param logStart the size of its log when it was started
     * @throws ClusterException with the end of its log, when the process ends first or the time is over; a late process
     *     is left running
     */
    static ReadyLine await(
            String name, Optional<ProcessHandle> process, LogFiles logs, long logStart, Duration longest) {
        var end = process.map(ProcessHandle::onExit);
        for (long looks = longest.dividedBy(POLL_INTERVAL); looks > 0; looks--) {
            boolean ended = end.isEmpty() || isDoneWithin(end.get(), POLL_INTERVAL);
            var line = logs.readyLine(name);
            if (line.isPresent()) {
                return new ReadyLine(line.get());
            }
            if (ended) {
                throw failure(name, "ended before it was ready", logs, logStart);
            }
        }
        throw failure(name, "is not ready after %d s".formatted(longest.toSeconds()), logs, logStart);
    }

    /**
     * The port at the end of a name server's line.
     *
     * @throws ClusterException when there is none
     */
    int port() {
        var port = text.substring(text.lastIndexOf(':') + 1);
        if (!port.matches("[0-9]{1,5}")) {
            throw new ClusterException("the name server's ready line has no port: " + text);
        }
        return Integer.parseInt(port);
    }

    private static boolean isDoneWithin(CompletableFuture<ProcessHandle> end, Duration time) {
        try {
            end.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while a process was starting");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a process's end cannot be waited for", e);
        }
    }

    private static ClusterException failure(String name, String what, LogFiles logs, long logStart) {
        var lines = logs.lastLines(logStart);
        var end = lines.isEmpty() ? "it wrote nothing" : "its last lines:\n  " + String.join("\n  ", lines);
        return new ClusterException("%s %s; %s".formatted(name, what, end));
    }
}
