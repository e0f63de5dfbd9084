package justhungry.cluster.simulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import justhungry.api.Member;
import justhungry.backend.ordering.Bytes;
import justhungry.backend.ordering.InMemoryTables;
import justhungry.backend.ordering.Table;
import justhungry.backend.ordering.Tables;
import justhungry.backend.replication.DurableLog;
import justhungry.backend.storage.Store;

/** A store on a simulated disk: what was not synced may be lost in a crash, the newest first. */
final class SimulatedStore implements Store {
    private final Member member;
    private final SimulatedLog log = new SimulatedLog(this::sync);
    private final List<PendingWrite> unsynced = new ArrayList<>();
    private InMemoryTables synced = new InMemoryTables();
    private InMemoryTables current = new InMemoryTables();
    private boolean installing;

    SimulatedStore(Member member) {
        this.member = member;
    }

    /** The process has crashed: loses some of what was not synced. Returns whether the disk can be used again. */
    boolean crash(int keptWrites) {
        unsynced.stream().limit(keptWrites).forEach(write -> synced.write(write.writes(), write.appliedIndex()));
        unsynced.clear();
        current = synced.copy();
        return !installing;
    }

    int unsyncedWrites() {
        return unsynced.size();
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

    SimulatedLog simulatedLog() {
        return log;
    }

    InMemoryTables contents() {
        return current;
    }

    @Override
    public Tables tables() {
        return new Tables() {
            @Override
            public Optional<byte[]> get(Table table, byte[] key) {
                return current.get(table, key);
            }

            @Override
            public List<byte[]> lastKeys(Table table, byte[] prefix, byte[] before, int most) {
                return current.lastKeys(table, prefix, before, most);
            }

            @Override
            public void write(List<Write> writes, long appliedIndex) {
                current.write(writes, appliedIndex);
                unsynced.add(new PendingWrite(List.copyOf(writes), appliedIndex));
            }

            @Override
            public long appliedIndex() {
                return current.appliedIndex();
            }
        };
    }

    @Override
    public StateSnapshot snapshot() {
        return new SimulatedSnapshot(current.copy(), log);
    }

    @Override
    public void beginSnapshot(long index, long epoch, int checksum) {
        installing = true;
        current = new InMemoryTables();
        synced = new InMemoryTables();
        unsynced.clear();
        log.clear();
        log.restartAt(index, epoch, checksum);
    }

    @Override
    public void addRows(List<byte[]> rows) {
        current.write(rows.stream().map(SimulatedSnapshot::decode).toList(), 0);
    }

    @Override
    public void finishSnapshot() {
        installing = false;
        current.write(List.of(), log.lastIndex());
        synced = current.copy();
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    /** Everything that was written before becomes durable: log and tables share one write-ahead log. */
    private void sync() {
        unsynced.forEach(write -> synced.write(write.writes(), write.appliedIndex()));
        unsynced.clear();
    }

    private record PendingWrite(List<Tables.Write> writes, long appliedIndex) {}

    /** All rows of all tables, to compare two stores with. */
    static List<Bytes> rowsOf(InMemoryTables tables) {
        var rows = new ArrayList<Bytes>();
        for (var table : Table.values()) {
            tables.rows(table).forEach((key, value) -> {
                rows.add(new Bytes(table.name().getBytes(StandardCharsets.UTF_8)));
                rows.add(key);
                rows.add(value);
            });
        }
        return rows;
    }
}
