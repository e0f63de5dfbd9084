package justhungry.simulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.backend.ordering.table.ByteString;
import justhungry.backend.ordering.table.InMemoryTables;
import justhungry.backend.ordering.table.StateTable;
import justhungry.backend.ordering.table.StateTables;
import justhungry.backend.replication.DurableLog;
import justhungry.backend.storage.InMemorySnapshot;
import justhungry.backend.storage.LogPosition;
import justhungry.backend.storage.SnapshotRow;
import justhungry.backend.storage.Store;
import justhungry.backend.storage.StoredLog;
import org.jspecify.annotations.Nullable;

/** A store on a simulated disk: a crash may lose unsynced writes, the newest first. */
final class SimulatedStore implements Store {
    private final Member member;
    private final SimulatedDisk disk = new SimulatedDisk(this::sync, this::later);
    private final List<Runnable> unsynced = new ArrayList<>();
    private final StateTables tables = new NotedTables();
    private InMemoryTables synced = new InMemoryTables();
    private InMemoryTables current = new InMemoryTables();
    private StoredLog log = open();
    private @Nullable LogPosition installing;

    SimulatedStore(Member member) {
        this.member = member;
    }

    /** Loses some of the unsynced writes, as in a crash. Returns whether the disk can be used again. */
    boolean crash(int keptWrites) {
        unsynced.stream().limit(keptWrites).forEach(Runnable::run);
        unsynced.clear();
        current = synced.copy();
        log = open();
        return installing == null;
    }

    int unsyncedWrites() {
        return unsynced.size();
    }

    SimulatedDisk disk() {
        return disk;
    }

    @Override
    public Member member() {
        return member;
    }

    @Override
    public UUID cluster() {
        return new UUID(0, 1);
    }

    @Override
    public void joinCluster(UUID cluster) {
        throw new AssertionError("a simulated back end belongs to its cluster from the start");
    }

    @Override
    public DurableLog log() {
        return log;
    }

    @Override
    public StateTables tables() {
        return tables;
    }

    InMemoryTables contents() {
        return current;
    }

    @Override
    public StateSnapshot snapshot() {
        return new InMemorySnapshot(log.positionAt(current.appliedIndex()), current.copy());
    }

    @Override
    public void beginSnapshot(long index, long epoch, int checksum) {
        clear();
        installing = new LogPosition(index, epoch, checksum);
    }

    @Override
    public void addRows(List<byte[]> rows) {
        current.write(
                rows.stream().map(row -> SnapshotRow.decode(row).toWrite()).toList(), 0);
    }

    @Override
    public void finishSnapshot() {
        if (installing == null) {
            throw new IllegalStateException("no snapshot was begun");
        }
        current.write(List.of(), installing.index());
        restartAt(installing);
        synced = current.copy();
        installing = null;
    }

    @Override
    public void close() {
        // There is nothing to release.
    }

    private StoredLog open() {
        return new StoredLog(disk, tables, disk.bounds(), disk.epoch(), this::abandonSnapshot);
    }

    private void abandonSnapshot() {
        if (installing != null) {
            clear();
            installing = null;
        }
    }

    private void clear() {
        current = new InMemoryTables();
        synced = new InMemoryTables();
        unsynced.clear();
        restartAt(LogPosition.START);
    }

    private void restartAt(LogPosition base) {
        disk.restartAt(base);
        log.replacedAt(base);
    }

    /** Makes all earlier writes durable: log and tables share one write-ahead log. */
    private void sync() {
        unsynced.forEach(Runnable::run);
        unsynced.clear();
    }

    /** Adds a write that becomes durable with the next synced one, or is lost in a crash before. */
    private void later(Runnable write) {
        unsynced.add(write);
    }

    /** All rows of all tables, for comparing two stores. */
    static List<ByteString> rowsOf(InMemoryTables tables) {
        var rows = new ArrayList<ByteString>();
        for (var table : StateTable.ALL) {
            tables.rows(table).forEach((key, value) -> {
                rows.add(new ByteString(table.name().getBytes(StandardCharsets.UTF_8)));
                rows.add(key);
                rows.add(value);
            });
        }
        return rows;
    }

    /** The current tables, with each write recorded until it is synced. */
    private final class NotedTables implements StateTables {
        @Override
        public Optional<byte[]> get(StateTable table, byte[] key) {
            return current.get(table, key);
        }

        @Override
        public List<byte[]> lastKeys(StateTable table, byte[] prefix, byte[] before, int most) {
            return current.lastKeys(table, prefix, before, most);
        }

        @Override
        public void write(List<Write> writes, long appliedIndex) {
            current.write(writes, appliedIndex);
            var copy = List.copyOf(writes);
            later(() -> synced.write(copy, appliedIndex));
        }

        @Override
        public long appliedIndex() {
            return current.appliedIndex();
        }
    }
}
