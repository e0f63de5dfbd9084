package justhungry.benchmarks.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * An open-loop load of orders at a constant rate, whatever the cluster does: a late client sends at once, and its order counts
 * from the moment for which it was planned.
 */
public final class OpenLoad implements AutoCloseable {
    private final Queue<AnsweredOrder> answers = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads;
    private final List<CompletableFuture<Void>> running;
    private volatile boolean stopping;

    /**
     * Starts the load.
     *
     * @param clients the number of clients that share the rate
     * @param perSecond the orders of all of them together
     */
    public OpenLoad(BenchmarkSubject subject, int clients, int perSecond) {
        threads = Executors.newFixedThreadPool(clients);
        long period = TimeUnit.SECONDS.toNanos(clients) / perSecond;
        running = IntStream.range(0, clients)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> order(subject.newClient(), period, i * period / clients), threads))
                .toList();
    }

    /** The orders answered since the last call, in the order of the answers. */
    public List<AnsweredOrder> take() {
        var taken = new ArrayList<AnsweredOrder>();
        for (var next = answers.poll(); next != null; next = answers.poll()) {
            taken.add(next);
        }
        taken.sort((a, b) -> Long.compare(a.answeredNanos, b.answeredNanos));
        return taken;
    }

    /** Stops the load; throws the failure of a client. */
    @Override
    public void close() {
        stopping = true;
        running.forEach(CompletableFuture::join);
        threads.shutdown();
    }

    private void order(BenchmarkSubject.SubjectClient client, long period, long offset) {
        long planned = System.nanoTime() + offset;
        while (!stopping) {
            while (System.nanoTime() < planned) {
                LockSupport.parkNanos(planned - System.nanoTime());
            }
            long sent = System.nanoTime();
            client.requireUpdate();
            answers.add(new AnsweredOrder(planned, sent, System.nanoTime()));
            planned += period;
        }
    }

    /** An answered order, with the moments for which it was planned, and at which it was sent and answered. */
    public record AnsweredOrder(long plannedNanos, long sentNanos, long answeredNanos) {
        public Duration latency() {
            return Duration.ofNanos(answeredNanos - plannedNanos);
        }
    }
}
