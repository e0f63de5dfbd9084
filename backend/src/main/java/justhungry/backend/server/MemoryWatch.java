package justhungry.backend.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import justhungry.platform.process.HeapGauge;

/** The thread "memory", which looks at the heap, and tells the loop and the log when it becomes nearly full, or has room again. */
final class MemoryWatch implements AutoCloseable {
    private static final Logger LOG = System.getLogger(MemoryWatch.class.getName());
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final EventLoop loop;
    private final HeapGauge gauge = new HeapGauge();
    private final Thread thread = new Thread(this::run, "memory");

    MemoryWatch(EventLoop loop) {
        this.loop = loop;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        var known = Optional.<String>empty();
        try {
            while (true) {
                TimeUnit.NANOSECONDS.sleep(INTERVAL.toNanos());
                var shortage = gauge.shortage(Duration.ofNanos(System.nanoTime()));
                if (!shortage.equals(known)) {
                    tell(shortage, known.isPresent());
                    known = shortage;
                }
            }
        } catch (InterruptedException e) {
            // The back end ends.
        }
    }

    private void tell(Optional<String> shortage, boolean wasShort) {
        loop.post((node, now) -> node.onMemory(shortage));
        if (shortage.isEmpty()) {
            LOG.log(Level.INFO, "memory is free again; as primary, this back end takes updates");
        } else if (!wasShort) {
            LOG.log(
                    Level.WARNING,
                    "memory is nearly full: {0}. As primary, this back end refuses updates, but answers reads. Give it more memory, or, if it runs with --in-memory, start it without",
                    shortage.get());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
