package justhungry.benchmarks.bare;

import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A primary that stores each batch, or each update by itself, in its own file and at both replicas at once, then answers. */
final class BarePrimary implements PrimaryCall, EntryCounter {
    private final ExecutorService pushers = Executors.newFixedThreadPool(2);
    private final ItemBatcher<byte[][], byte[][]> batches = new ItemBatcher<>(1, 256, this::store);
    private final AtomicLong stored = new AtomicLong();
    private final BareStorage own;
    private final List<BareStorage> replicas;
    private final int entryBytes;
    private final int updateBytes;
    private final UpdatePath path;

    /**
     * Makes a primary.
     *
     * @param entryBytes the bytes of an entry without updates
     * @param updateBytes the bytes that each update adds to an entry
     */
    BarePrimary(BareStorage own, List<BareStorage> replicas, int entryBytes, int updateBytes, UpdatePath path) {
        this.own = own;
        this.replicas = replicas;
        this.entryBytes = entryBytes;
        this.updateBytes = updateBytes;
        this.path = path;
    }

    @Override
    public byte[][] carry(byte[][] messages) throws RemoteException {
        if (updates(messages) == 0) {
            return replies(messages);
        }
        return path == UpdatePath.QUEUE ? batches.begin(messages).join() : oneByOne(messages);
    }

    private byte[][] oneByOne(byte[][] messages) throws RemoteException {
        var replies = new byte[messages.length][];
        for (int i = 0; i < messages.length; i++) {
            replies[i] =
                    BareMessage.isUpdate(messages[i]) ? locked(messages[i]) : BareMessage.replyInBatch(messages[i]);
        }
        return replies;
    }

    private synchronized byte[] locked(byte[] update) throws RemoteException {
        return store(List.<byte[][]>of(new byte[][] {update})).get(0)[0];
    }

    private static int updates(byte[][] messages) {
        int updates = 0;
        for (var message : messages) {
            updates += BareMessage.isUpdate(message) ? 1 : 0;
        }
        return updates;
    }

    @Override
    public long storedEntries() {
        return stored.get();
    }

    private List<byte[][]> store(List<byte[][]> calls) throws RemoteException {
        int updates = calls.stream().mapToInt(BarePrimary::updates).sum();
        var entry = new byte[entryBytes + updates * updateBytes];
        var pushes = new ArrayList<CompletableFuture<Void>>();
        for (var replica : replicas) {
            pushes.add(CompletableFuture.runAsync(() -> push(replica, entry), pushers));
        }
        own.append(entry);
        for (var push : pushes) {
            push.join();
        }
        stored.incrementAndGet();
        return calls.stream().map(BarePrimary::replies).toList();
    }

    private static void push(BareStorage replica, byte[] entry) {
        try {
            replica.append(entry);
        } catch (RemoteException e) {
            throw new IllegalStateException("a bare replica failed", e);
        }
    }

    private static byte[][] replies(byte[][] messages) {
        var replies = new byte[messages.length][];
        for (int i = 0; i < messages.length; i++) {
            replies[i] = BareMessage.replyInBatch(messages[i]);
        }
        return replies;
    }
}
