package justhungry.backend.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import justhungry.api.directory.DataAge;
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.BackendStatus.BackendRole;
import justhungry.backend.node.BackendNode;
import justhungry.backend.storage.Store;
import org.jspecify.annotations.Nullable;

/**
 * The owner of the {@link BackendNode}: it hands events to the node, one at a time, with the time of each, and lets the node
 * flush after each group. Nothing else touches the node. Its thread takes the events from a bounded queue; a caller that would
 * only wait for that thread runs its event itself, if none waits. It closes the store when it is stopped.
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

    /** Whoever holds it runs the node. */
    private final Lock turn = new ReentrantLock();

    /** The events, and the tick, that wait for the thread or are under way in it: no caller overtakes them. */
    private final AtomicInteger waiting = new AtomicInteger();

    private final long startNanos = System.nanoTime();
    private volatile @Nullable TimedStatus status;
    private volatile DataAge age;
    private volatile Duration nextTick = Duration.ZERO;
    private volatile @Nullable BackendNode node;
    private volatile @Nullable Throwable failure;
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
        waiting.incrementAndGet();
        try {
            events.put(event);
        } catch (InterruptedException e) {
            waiting.decrementAndGet();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * As {@link #post}, for a caller that then waits for what the event leads to: it runs the event itself when nothing else
     * is to be run. So no thread has to wake up for it. Returns false when the queue has no room in time.
     */
    boolean offer(BiConsumer<BackendNode, Duration> event) {
        return runsAtOnce(event, true) || queues(event);
    }

    /**
     * As {@link #post}, for a caller that makes the calls which the node asks for: it runs the event itself when nothing else
     * is to be run, but leaves the next batch to the loop's thread, so that it can make that batch's call meanwhile.
     */
    void report(BiConsumer<BackendNode, Duration> event) {
        if (!runsAtOnce(event, false)) {
            post(event);
        }
    }

    private boolean runsAtOnce(BiConsumer<BackendNode, Duration> event, boolean flushes) {
        if (!turn.tryLock()) {
            return false;
        }
        try {
            var idle = node;
            if (idle == null || stops || waiting.get() > 0) {
                return false;
            }
            run(idle, List.of(event), flushes);
            if (!flushes && idle.hasRequests()) {
                wakeThread();
            }
            return true;
        } catch (RuntimeException | Error e) {
            stops = true;
            failure = e;
            wakeThread();
            return true;
        } finally {
            turn.unlock();
        }
    }

    private void wakeThread() {
        waiting.incrementAndGet();
        if (!events.offer((any, now) -> {})) {
            waiting.decrementAndGet(); // The queue is full: the thread is awake.
        }
    }

    private boolean queues(BiConsumer<BackendNode, Duration> event) {
        waiting.incrementAndGet();
        boolean queued = false;
        try {
            queued = events.offer(event, OFFER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!queued) {
            waiting.decrementAndGet();
        }
        return queued;
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

    Thread start(BackendNode owned) {
        status = new TimedStatus(owned.status(), now());
        var started = new Thread(() -> run(owned), "loop");
        thread = started;
        node = owned;
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
        turn.lock();
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        store.close();
    }

    private void work(BackendNode node) {
        var batch = new ArrayList<BiConsumer<BackendNode, Duration>>();
        while (!stops) {
            collect(batch, nextTick.minus(now()));
            waiting.incrementAndGet();
            turn.lock();
            try {
                if (!stops) {
                    run(node, batch, true);
                }
            } finally {
                turn.unlock();
                waiting.addAndGet(-1 - batch.size());
            }
            batch.clear();
        }
    }

    /** Runs events as whoever has the turn. After an exception nothing is run any more. */
    private void run(BackendNode node, List<BiConsumer<BackendNode, Duration>> batch, boolean flushes) {
        boolean complete = false;
        try {
            for (var event : batch) {
                event.accept(node, now());
            }
            if (now().compareTo(nextTick) >= 0) {
                node.onTick(now());
                nextTick = now().plus(TICK_INTERVAL);
            }
            if (flushes) {
                node.flush(now());
            }
            publishStatus(node);
            complete = true;
        } finally {
            if (!complete) {
                stops = true;
            }
        }
    }

    private void publishStatus(BackendNode node) {
        var before = status;
        var current = node.status();
        status = new TimedStatus(current, now());
        age = node.age();
        boolean served = before != null && before.status().role() == BackendRole.PRIMARY;
        if (!served && current.role() == BackendRole.PRIMARY) {
            onService.accept(current);
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
