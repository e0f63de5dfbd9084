package justhungry.benchmarks.bare;

import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Stores each batch in its own file and at both replicas, at the same time, and answers then. */
final class BarePrimary implements Calls, Counted {
    private final ExecutorService pushers = Executors.newFixedThreadPool(2);
    private final Batcher<byte[][], byte[][]> batches = new Batcher<>(1, 256, this::store);
    private final AtomicLong stored = new AtomicLong();
    private final Storage own;
    private final List<Storage> replicas;
    private final int entryBytes;
    private final int updateBytes;

    /**
     * Makes a primary.
     *
     * @param entryBytes of an entry without updates
     * @param updateBytes what each update adds to an entry
     */
    BarePrimary(Storage own, List<Storage> replicas, int entryBytes, int updateBytes) {
        this.own = own;
        this.replicas = replicas;
        this.entryBytes = entryBytes;
        this.updateBytes = updateBytes;
    }

    @Override
    public byte[][] carry(byte[][] messages) {
        for (var message : messages) {
            if (Message.isUpdate(message)) {
                return batches.begin(messages).join();
            }
        }
        return replies(messages);
    }

    @Override
    public long storedEntries() {
        return stored.get();
    }

    private List<byte[][]> store(List<byte[][]> calls) throws Exception {
        int updates = 0;
        for (var messages : calls) {
            for (var message : messages) {
                updates += Message.isUpdate(message) ? 1 : 0;
            }
        }
        var entry = new byte[entryBytes + updates * updateBytes];
        var pushes = new ArrayList<Future<?>>();
        for (var replica : replicas) {
            pushes.add(CompletableFuture.runAsync(() -> push(replica, entry), pushers));
        }
        own.append(entry);
        for (var push : pushes) {
            push.get();
        }
        stored.incrementAndGet();
        return calls.stream().map(BarePrimary::replies).toList();
    }

    private static void push(Storage replica, byte[] entry) {
        try {
            replica.append(entry);
        } catch (RemoteException e) {
            throw new IllegalStateException("a bare replica failed", e);
        }
    }

    private static byte[][] replies(byte[][] messages) {
        var replies = new byte[messages.length][];
        for (int i = 0; i < messages.length; i++) {
            replies[i] = Message.replyInBatch(messages[i]);
        }
        return replies;
    }
}
