package justhungry.backend.server;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import justhungry.api.cluster.Member;
import justhungry.backend.ordering.table.StateTables;
import justhungry.backend.replication.DurableLog;
import justhungry.backend.storage.Store;

/** A store that counts the snapshots that arrive. */
final class WatchedStore implements Store {
    private final Store store;
    private final AtomicInteger chunksAdded = new AtomicInteger();
    private final AtomicInteger snapshotsFinished = new AtomicInteger();

    WatchedStore(Store store) {
        this.store = store;
    }

    /** The number of chunks with rows that have arrived. */
    int chunksAdded() {
        return chunksAdded.get();
    }

    /** The number of snapshots that have arrived completely. */
    int snapshotsFinished() {
        return snapshotsFinished.get();
    }

    @Override
    public Member member() {
        return store.member();
    }

    @Override
    public long starts() {
        return store.starts();
    }

    @Override
    public void renewIncarnation() {
        store.renewIncarnation();
    }

    @Override
    public UUID cluster() {
        return store.cluster();
    }

    @Override
    public void joinCluster(UUID cluster) {
        store.joinCluster(cluster);
    }

    @Override
    public DurableLog log() {
        return store.log();
    }

    @Override
    public StateTables tables() {
        return store.tables();
    }

    @Override
    public StateSnapshot snapshot() {
        return store.snapshot();
    }

    @Override
    public void beginSnapshot(long index, long epoch, int checksum) {
        store.beginSnapshot(index, epoch, checksum);
    }

    @Override
    public void addRows(List<byte[]> rows) {
        store.addRows(rows);
        if (!rows.isEmpty()) {
            chunksAdded.incrementAndGet();
        }
    }

    @Override
    public void finishSnapshot() {
        store.finishSnapshot();
        snapshotsFinished.incrementAndGet();
    }

    @Override
    public void close() {
        store.close();
    }
}
