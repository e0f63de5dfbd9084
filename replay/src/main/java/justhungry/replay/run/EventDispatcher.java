package justhungry.replay.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A dispatcher of events from all threads to the sinks, on its own thread {@code results}. Its queue holds
 * {@link #MAX_QUEUED_EVENTS} events; when it is full, the reporting thread waits.
 */
final class EventDispatcher {
    private static final int MAX_QUEUED_EVENTS = 1_000;
    private static final int IDLE_TIMEOUT_MILLIS = 100;

    private final List<RunListener> listeners;
    private final BlockingQueue<Optional<RunEvent>> queue = new ArrayBlockingQueue<>(MAX_QUEUED_EVENTS);
    private final Thread thread = new Thread(this::drain, "results");

    private final AtomicBoolean finished = new AtomicBoolean();

    /** Written by the thread {@code results}, read after its end. */
    private @Nullable Exception failure;

    EventDispatcher(List<RunListener> sinks) {
        this.listeners = List.copyOf(sinks);
        thread.start();
    }

    /**
     * Hands an event to the sinks. A thread that is interrupted does not lose its last one; after the end of the run events
     * are dropped: nobody reads them.
     */
    void publish(RunEvent event) throws InterruptedException {
        if (finished.get()) {
            return;
        }
        try {
            queue.put(Optional.of(event));
        } catch (InterruptedException e) {
            var unused = queue.offer(Optional.of(event), IDLE_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            throw e;
        }
    }

    /** Waits until everything is written. Throws the first failure; the other sinks have got all events. */
    void finish() throws IOException, InterruptedException {
        finished.set(true);
        queue.put(Optional.empty());
        thread.join();
        if (failure instanceof IOException notWritten) {
            throw notWritten;
        }
        if (failure != null) {
            throw new IllegalStateException("a report of the run failed", failure);
        }
    }

    private void drain() {
        try {
            for (var event = next(); event.isPresent(); event = next()) {
                dispatch(event.get());
            }
            each(RunListener::close);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // not expected; it ends
        }
    }

    private Optional<RunEvent> next() throws InterruptedException {
        while (true) {
            var event = queue.poll(IDLE_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            if (event != null) {
                return event;
            }
            each(RunListener::onIdle);
        }
    }

    private void dispatch(RunEvent event) {
        each(sink -> sink.onEvent(event));
    }

    private interface ListenerCall {
        void call(RunListener sink) throws IOException;
    }

    private void each(ListenerCall telling) {
        for (var sink : listeners) {
            try {
                telling.call(sink);
            } catch (IOException
                    | RuntimeException e) { // also after a defect: otherwise the reporting threads would wait for ever
                failure = failure == null ? e : failure;
            }
        }
    }
}
