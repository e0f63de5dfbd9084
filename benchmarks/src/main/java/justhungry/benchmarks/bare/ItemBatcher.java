package justhungry.benchmarks.bare;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** A queue of items whose callers wait; a few threads each take all of them, and carry them out together. */
final class ItemBatcher<A, B> {
    private final BlockingQueue<WaitingItem<A, B>> queue = new LinkedBlockingQueue<>();
    private final BatchWork<A, B> work;
    private final int max;

    /**
     * Makes a batcher.
     *
     * @param threads the number of threads that take batches
     * @param max the most items of a batch
     */
    ItemBatcher(int threads, int max, BatchWork<A, B> work) {
        this.work = work;
        this.max = max;
        for (int i = 0; i < threads; i++) {
            var thread = new Thread(this::run, "batch-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Begins to carry an item out. */
    CompletableFuture<B> begin(A item) {
        var waiting = new WaitingItem<A, B>(item, new CompletableFuture<>());
        queue.add(waiting);
        return waiting.result;
    }

    private void run() {
        try {
            var batch = new ArrayList<WaitingItem<A, B>>();
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch, max - 1);
                var results = work.execute(batch.stream().map(WaitingItem::item).toList());
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
    interface BatchWork<A, B> {
        List<B> execute(List<A> batch) throws Exception;
    }

    private record WaitingItem<A, B>(A item, CompletableFuture<B> result) {}
}
