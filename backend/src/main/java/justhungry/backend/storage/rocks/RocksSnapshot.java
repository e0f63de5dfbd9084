package justhungry.backend.storage.rocks;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import justhungry.backend.ordering.table.ByteString;
import justhungry.backend.ordering.table.StateTable;
import justhungry.backend.storage.ChunkBuilder;
import justhungry.backend.storage.LogPosition;
import justhungry.backend.storage.SnapshotRow;
import justhungry.backend.storage.Store.StateSnapshot;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;

/**
 * The tables as of one moment. One thread reads it; another, the store's owner, may close it meanwhile, which the lock
 * makes safe: RocksDB must not be closed while it is read.
 *
 * <p>It keeps no iterator between two chunks: that would hold files and memory for as long as the slowest reader takes.
 */
final class RocksSnapshot implements StateSnapshot {
    private final RocksDatabase database;
    private final LogPosition position;
    private final Snapshot snapshot;
    private final Consumer<RocksSnapshot> onClose;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<StateTable> tablesLeft = new ArrayDeque<>(StateTable.ALL);
    private boolean closed;
    private byte[] nextKey = new byte[0];

    RocksSnapshot(RocksDatabase database, LogPosition position, Consumer<RocksSnapshot> onClose) {
        this.database = database;
        this.position = position;
        this.snapshot = database.takeSnapshot();
        this.onClose = onClose;
    }

    @Override
    public long index() {
        return position.index();
    }

    @Override
    public long epoch() {
        return position.epoch();
    }

    @Override
    public int checksum() {
        return position.checksum();
    }

    @Override
    public List<byte[]> nextRows(int maxRows, int maxBytes) {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the snapshot of %s was closed".formatted(position));
            }
            return read(new ChunkBuilder(maxRows, maxBytes));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                database.release(snapshot);
                onClose.accept(this);
            }
        } finally {
            lock.unlock();
        }
    }

    private List<byte[]> read(ChunkBuilder chunk) {
        try (var options = new ReadOptions().setSnapshot(snapshot).setFillCache(false)) {
            while (!tablesLeft.isEmpty() && readTable(tablesLeft.element(), chunk, options)) {
                tablesLeft.remove();
                nextKey = new byte[0];
            }
        }
        return chunk.rows();
    }

    /** Reads a table, and returns whether it reached its end. */
    private boolean readTable(StateTable table, ChunkBuilder chunk, ReadOptions options) {
        var family = database.find(table);
        if (family.isEmpty()) {
            return true;
        }
        try (var rows = database.iterator(family.get(), options)) {
            rows.seek(nextKey);
            while (rows.isValid() && chunk.tryAdd(row(table, rows))) {
                nextKey = Arrays.copyOf(rows.key(), rows.key().length + 1); // The next possible key.
                rows.next();
            }
            database.requireCleanEnd(rows);
            return !rows.isValid();
        }
    }

    private static byte[] row(StateTable table, RocksIterator rows) {
        return new SnapshotRow(table, new ByteString(rows.key()), new ByteString(rows.value())).encode();
    }
}
