package justhungry.benchmarks.bare;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** A queue of items whose callers wait; a few threads each take all of them, and carry them out together. */
final class Batcher<A, B> {
    private final BlockingQueue<Waiting<A, B>> queue = new LinkedBlockingQueue<>();
    private final Work<A, B> work;
    private final int most;

    /**
     * Makes a batcher.
     *
     * @param threads the number of threads that take batches
     * @param max the most items of a batch
     */
    Batcher(int threads, int max, Work<A, B> work) {
        this.work = work;
        this.most = max;
        for (int i = 0; i < threads; i++) {
            var thread = new Thread(this::run, "batch-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Begins to carry an item out. */
    CompletableFuture<B> begin(A item) {
        var waiting = new Waiting<A, B>(item, new CompletableFuture<>());
        queue.add(waiting);
        return waiting.result;
    }

    private void run() {
        try {
            var batch = new ArrayList<Waiting<A, B>>();
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch, most - 1);
                var results = work.carryOut(batch.stream().map(Waiting::item).toList());
                for (int i = 0; i < batch.size(); i++) {
                    batch.get(i).result.complete(results.get(i));
                }
                batch.clear();
            }
        } catch (Exception e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1); // A benchmark in which something fails is not valid.
        }
    }

    /** The work on a batch: one result for each item, in their order. */
    interface Work<A, B> {
        List<B> carryOut(List<A> batch) throws Exception;
    }

    private record Waiting<A, B>(A item, CompletableFuture<B> result) {}
}
