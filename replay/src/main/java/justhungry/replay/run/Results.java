package justhungry.replay.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A dispatcher of events from all threads to the sinks, on its own thread {@code results}. Its queue holds
 * {@link #WAITING} events; when it is full, the reporting thread waits.
 */
final class Results {
    private static final int WAITING = 1_000;
    private static final int PAUSE_MILLIS = 100;

    private final List<Sink> sinks;
    private final BlockingQueue<Optional<Event>> queue = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread = new Thread(this::drain, "results");

    /** Written by the thread {@code results}, read after its end. */
    private @Nullable Exception failure;

    Results(List<Sink> sinks) {
        this.sinks = List.copyOf(sinks);
        thread.start();
    }

    void tell(Event event) throws InterruptedException {
        queue.put(Optional.of(event));
    }

    /** Waits until everything is written. Throws the first failure; the other sinks have got all events. */
    void finish() throws IOException, InterruptedException {
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
                tellAll(event.get());
            }
            each(Sink::close);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // not expected; it ends
        }
    }

    private Optional<Event> next() throws InterruptedException {
        while (true) {
            var event = queue.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            if (event != null) {
                return event;
            }
            each(Sink::pause);
        }
    }

    private void tellAll(Event event) {
        each(sink -> sink.accept(event));
    }

    private interface Telling {
        void to(Sink sink) throws IOException;
    }

    private void each(Telling telling) {
        for (var sink : sinks) {
            try {
                telling.to(sink);
            } catch (IOException
                    | RuntimeException e) { // also after a defect: otherwise the reporting threads would wait for ever
                failure = failure == null ? e : failure;
            }
        }
    }
}
