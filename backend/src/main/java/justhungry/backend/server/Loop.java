package justhungry.backend.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import justhungry.api.replication.BackendStatus;
import justhungry.backend.node.Node;
import justhungry.backend.storage.Store;
import org.jspecify.annotations.Nullable;

/**
 * The thread that owns the {@link Node}: it takes events from a bounded queue, hands them to the node with the time,
 * and lets the node flush after each group. Nothing else touches the node. It closes the store when it is stopped.
 */
final class Loop {
    private static final Duration TICK = Duration.ofMillis(20);
    private static final Duration LONGEST_STOP = Duration.ofMillis(700);
    private static final Duration LONGEST_STANDSTILL = Duration.ofMillis(1_500);
    private static final Duration LONGEST_OFFER = Duration.ofSeconds(1);
    private static final int QUEUE = 10_000;
    private static final int EVENTS_BEFORE_FLUSH = 512;

    private final BlockingQueue<BiConsumer<Node, Duration>> events = new ArrayBlockingQueue<>(QUEUE);
    private final Store store;
    private final long startNanos = System.nanoTime();
    private volatile @Nullable Seen status;
    private volatile boolean stops;
    private volatile @Nullable Thread thread;

    Loop(Store store) {
        this.store = store;
    }

    /** Hands an event over. It blocks while the queue is full, which slows down callers that send too fast. */
    void post(BiConsumer<Node, Duration> event) {
        try {
            events.put(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As {@link #post}, but returns false when the queue has no room in time. */
    boolean offer(BiConsumer<Node, Duration> event) {
        try {
            return events.offer(event, LONGEST_OFFER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * The status of the back end after the last events. Call it after {@link #start}.
     *
     * @throws IllegalStateException when the loop has been blocked for too long, so that the back end does not seem
     *     healthy while, for example, its disk hangs
     */
    BackendStatus status() {
        var known = Objects.requireNonNull(status, "the loop was not started");
        var age = now().minus(known.at());
        if (age.compareTo(LONGEST_STANDSTILL) > 0) {
            throw new IllegalStateException("the loop has been blocked for %d ms".formatted(age.toMillis()));
        }
        return known.status();
    }

    Thread start(Node node) {
        status = new Seen(node.status(), now());
        var started = new Thread(() -> run(node), "loop");
        thread = started;
        started.start();
        return started;
    }

    /** Ends the loop after its current events, and waits a while for that and for the store to be closed. */
    void stop() {
        stops = true;
        try {
            var running = thread;
            if (running != null) {
                running.join(LONGEST_STOP.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs until stopped. An exception from the node ends this thread, and with it the process. */
    private void run(Node node) {
        work(node);
        store.close();
    }

    private void work(Node node) {
        var batch = new ArrayList<BiConsumer<Node, Duration>>();
        var nextTick = Duration.ZERO;
        while (!stops) {
            collect(batch, nextTick.minus(now()));
            for (var event : batch) {
                event.accept(node, now());
            }
            batch.clear();
            if (now().compareTo(nextTick) >= 0) {
                node.onTick(now());
                nextTick = now().plus(TICK);
            }
            node.flush(now());
            status = new Seen(node.status(), now());
        }
    }

    /** Waits for an event until the next tick, and takes all that are in the queue with it. */
    private void collect(List<BiConsumer<Node, Duration>> batch, Duration timeout) {
        try {
            var first = events.poll(Math.max(0, timeout.toNanos()), TimeUnit.NANOSECONDS);
            if (first != null) {
                batch.add(first);
                events.drainTo(batch, EVENTS_BEFORE_FLUSH);
            }
        } catch (InterruptedException e) {
            stops = true;
        }
    }

    /** A status, with the time when it was true. */
    private record Seen(BackendStatus status, Duration at) {}

    private Duration now() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
