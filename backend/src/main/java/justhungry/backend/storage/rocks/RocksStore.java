package justhungry.backend.storage.rocks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.NodeNames;
import justhungry.backend.ordering.table.StateTables;
import justhungry.backend.replication.DurableLog;
import justhungry.backend.storage.LogBounds;
import justhungry.backend.storage.LogPosition;
import justhungry.backend.storage.SnapshotRow;
import justhungry.backend.storage.Store;
import justhungry.backend.storage.StoreInUseException;
import justhungry.backend.storage.StoredLog;
import justhungry.backend.storage.WrongStoreException;
import org.jspecify.annotations.Nullable;

/** A store on disk: RocksDB, and an identity file beside it. */
public final class RocksStore implements Store {
    private final StoreDirectory directory;
    private final RocksDatabase database;
    private final IdentityFile identity;
    private final RocksTables tables;
    private final StoredLog log;
    private final Set<RocksSnapshot> openSnapshots = ConcurrentHashMap.newKeySet();
    private UUID cluster;
    private @Nullable LogPosition installing;
    private boolean closed;

    /** Takes over a database that was checked, and its directory. */
    RocksStore(StoreDirectory directory, RocksDatabase database, IdentityFile identity, LogBounds bounds) {
        this.directory = directory;
        this.database = database;
        this.identity = identity;
        this.cluster = UUID.fromString(
                database.get(MetaKey.CLUSTER).map(MetaKey::decodeText).orElseThrow());
        this.tables = new RocksTables(database, number(database, MetaKey.APPLIED));
        var entries = new RocksEntries(database, identity);
        this.log = new StoredLog(entries, tables, bounds, number(database, MetaKey.EPOCH), this::abandonSnapshot);
    }

    /**
     * Opens the store of a data directory, or creates one where there is none. A damaged store is set aside, and
     * replaced by an empty one of a new incarnation, which catches up from the primary.
     *
     * @param name of this back end
     * @throws StoreInUseException when another process uses the directory, or it cannot be used
     * @throws WrongStoreException when the directory belongs to another back end or a newer version
     * @throws java.io.UncheckedIOException when the disk fails, is full or forbidden: no damage, nothing was lost
     */
    public static Opened open(Path directory, String name) {
        return StoreOpener.open(directory, NodeNames.require(name));
    }

    /**
     * Opens a store for inspection: it is left as it is, also one that is missing or damaged, or of an earlier format.
     *
     * @throws StoreInUseException when another process uses the directory, or it cannot be used
     * @throws WrongStoreException when there is no store of this back end, or it is damaged
     */
    public static Store openExisting(Path directory, String name) {
        return StoreOpener.openExisting(directory, NodeNames.require(name));
    }

    @Override
    public Member member() {
        return identity.identity().member();
    }

    @Override
    public UUID cluster() {
        return cluster;
    }

    @Override
    public void joinCluster(UUID newCluster) {
        try (var write = database.newWrite()) {
            write.put(MetaKey.CLUSTER, MetaKey.encode(newCluster)).commitDurably();
        }
        cluster = newCluster;
        identity.joined(newCluster);
    }

    @Override
    public DurableLog log() {
        return log;
    }

    @Override
    public StateTables tables() {
        return tables;
    }

    @Override
    public StateSnapshot snapshot() {
        var snapshot = new RocksSnapshot(database, log.positionAt(tables.appliedIndex()), openSnapshots::remove);
        openSnapshots.add(snapshot);
        return snapshot;
    }

    @Override
    public void beginSnapshot(long index, long epoch, int checksum) {
        installing = new LogPosition(index, epoch, checksum);
        identity.retreat(LogPosition.START);
        try (var write = database.newWrite()) {
            write.put(MetaKey.INSTALLING, installing.encode())
                    .removeRange(database.log(), MetaKey.encode(0), MetaKey.encode(Long.MAX_VALUE));
            replace(write, LogPosition.START);
        }
    }

    @Override
    public void addRows(List<byte[]> rows) {
        requireInstalling();
        var writes = rows.stream().map(row -> SnapshotRow.decode(row).toWrite()).toList();
        tables.write(writes, 0);
    }

    @Override
    public void finishSnapshot() {
        var base = requireInstalling();
        try (var write = database.newWrite()) {
            write.remove(MetaKey.INSTALLING)
                    .put(MetaKey.BASE, base.encode())
                    .put(MetaKey.APPLIED, MetaKey.encode(base.index()))
                    .commitDurably();
        }
        tables.replacedAt(base.index());
        log.replacedAt(base);
        installing = null;
        identity.reached(base);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (directory;
                database) {
            openSnapshots.forEach(RocksSnapshot::close);
            if (database.isWritable() && !database.hasFailed()) {
                identity.reached(log.last());
            }
        }
    }

    /** Abandons the snapshot: the store begins empty, because it now gets entries from the first one on. */
    private void abandonSnapshot() {
        if (installing == null) {
            return;
        }
        try (var write = database.newWrite()) {
            replace(write.remove(MetaKey.INSTALLING), LogPosition.START);
        }
        installing = null;
    }

    private void replace(AtomicWrite write, LogPosition base) {
        write.clearTables()
                .put(MetaKey.BASE, base.encode())
                .put(MetaKey.APPLIED, MetaKey.encode(base.index()))
                .commitDurably();
        tables.replacedAt(base.index());
        log.replacedAt(base);
    }

    private LogPosition requireInstalling() {
        if (installing == null) {
            throw new IllegalStateException("no snapshot is being installed");
        }
        return installing;
    }

    private static long number(RocksDatabase database, MetaKey key) {
        return MetaKey.decodeLong(database.get(key).orElseThrow());
    }

    /**
     * An opened store.
     *
     * @param warning the reason, for the log, why the store is empty and of a new incarnation; empty if it is as it was
     */
    public record Opened(Store store, Optional<String> warning) {}
}
