package justhungry.backend.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import justhungry.api.directory.DataAge;
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.BackendStatus.BackendRole;
import justhungry.backend.node.BackendNode;
import justhungry.backend.storage.Store;
import org.jspecify.annotations.Nullable;

/**
 * The thread that owns the {@link BackendNode}: it takes events from a bounded queue, hands them to the node with the time,
 * and lets the node flush after each group. Nothing else touches the node. It closes the store when it is stopped.
 */
final class EventLoop {
    private static final Duration TICK_INTERVAL = Duration.ofMillis(20);
    private static final Duration STOP_TIMEOUT = Duration.ofMillis(700);
    private static final Duration STALL_TIMEOUT = Duration.ofMillis(1_500);
    private static final Duration OFFER_TIMEOUT = Duration.ofSeconds(1);
    private static final int MAX_QUEUED_EVENTS = 10_000;
    private static final int MAX_EVENTS_BEFORE_FLUSH = 512;

    private final BlockingQueue<BiConsumer<BackendNode, Duration>> events = new ArrayBlockingQueue<>(MAX_QUEUED_EVENTS);
    private final Store store;
    private final Consumer<BackendStatus> onService;
    private final long startNanos = System.nanoTime();
    private volatile @Nullable TimedStatus status;
    private volatile DataAge age;
    private volatile boolean stops;
    private volatile @Nullable Thread thread;

    /** A loop that tells nobody when its back end begins to serve. */
    EventLoop(Store store) {
        this(store, served -> {});
    }

    /** @param onService is told the status each time that its back end becomes a primary that serves */
    EventLoop(Store store, Consumer<BackendStatus> onService) {
        this.store = store;
        this.onService = onService;
        this.age = store.age();
    }

    /** Hands an event over. It blocks while the queue is full, which slows down callers that send too fast. */
    void post(BiConsumer<BackendNode, Duration> event) {
        try {
            events.put(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As {@link #post}, but returns false when the queue has no room in time. */
    boolean offer(BiConsumer<BackendNode, Duration> event) {
        try {
            return events.offer(event, OFFER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
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
        if (age.compareTo(STALL_TIMEOUT) > 0) {
            throw new IllegalStateException("the loop has been blocked for %d ms".formatted(age.toMillis()));
        }
        return known.status();
    }

    /** The epoch of the newest view after the last events, however long ago those were; 0 before the start. */
    long epoch() {
        var known = status;
        return known == null ? 0 : known.status().view().epoch();
    }

    /** The age of the data after the last events, however long ago those were. */
    DataAge age() {
        return age;
    }

    Thread start(BackendNode node) {
        status = new TimedStatus(node.status(), now());
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
                running.join(STOP_TIMEOUT.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs until stopped. An exception from the node ends this thread, and with it the process. */
    private void run(BackendNode node) {
        work(node);
        store.close();
    }

    private void work(BackendNode node) {
        var batch = new ArrayList<BiConsumer<BackendNode, Duration>>();
        var nextTick = Duration.ZERO;
        while (!stops) {
            collect(batch, nextTick.minus(now()));
            for (var event : batch) {
                event.accept(node, now());
            }
            batch.clear();
            if (now().compareTo(nextTick) >= 0) {
                node.onTick(now());
                nextTick = now().plus(TICK_INTERVAL);
            }
            node.flush(now());
            var before = status;
            var current = node.status();
            status = new TimedStatus(current, now());
            age = node.age();
            boolean served = before != null && before.status().role() == BackendRole.PRIMARY;
            if (!served && current.role() == BackendRole.PRIMARY) {
                onService.accept(current);
            }
        }
    }

    /** Waits for an event until the next tick, and takes all that are in the queue with it. */
    private void collect(List<BiConsumer<BackendNode, Duration>> batch, Duration timeout) {
        try {
            var first = events.poll(Math.max(0, timeout.toNanos()), TimeUnit.NANOSECONDS);
            if (first != null) {
                batch.add(first);
                events.drainTo(batch, MAX_EVENTS_BEFORE_FLUSH);
            }
        } catch (InterruptedException e) {
            stops = true;
        }
    }

    /** A status, with the time when it was true. */
    private record TimedStatus(BackendStatus status, Duration at) {}

    private Duration now() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
