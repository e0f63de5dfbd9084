package justhungry.benchmarks.measure;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/** A closed-loop load: each client sends an order as soon as its last one is answered. The answers are counted by seconds. */
public final class ClosedLoad implements AutoCloseable {
    private static final int LONGEST_SECONDS = 600;

    private final AtomicLongArray answered = new AtomicLongArray(LONGEST_SECONDS);
    private final ExecutorService threads;
    private final List<CompletableFuture<Void>> running;
    private final long startNanos = System.nanoTime();
    private volatile boolean stopping;

    /** Starts the load. */
    public ClosedLoad(BenchmarkSubject subject, int clients) {
        threads = Executors.newFixedThreadPool(clients);
        running = IntStream.range(0, clients)
                .mapToObj(any -> CompletableFuture.runAsync(() -> order(subject.newClient()), threads))
                .toList();
    }

    private void order(BenchmarkSubject.SubjectClient client) {
        while (!stopping) {
            client.requireUpdate();
            answered.incrementAndGet(second());
        }
    }

    /** The number of whole seconds since the start. */
    public int second() {
        return (int) Math.min(LONGEST_SECONDS - 1, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startNanos));
    }

    /** Waits until so many seconds have passed since the start. */
    public void awaitSecond(int second) throws InterruptedException {
        while (second() < second) {
            Thread.sleep(10);
        }
    }

    /** The orders answered in a second, counted from 0. */
    public long answeredIn(int second) {
        return answered.get(second);
    }

    /** The mean of the orders answered in a second, from one to before another. */
    public double meanFrom(int from, int to) {
        long sum = 0;
        for (int second = from; second < to; second++) {
            sum += answered.get(second);
        }
        return (double) sum / (to - from);
    }

    /** Stops the load; throws the failure of a client. */
    @Override
    public void close() {
        stopping = true;
        running.forEach(CompletableFuture::join);
        threads.shutdown();
    }
}
