package justhungry.backend.storage;

import java.util.List;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.NodeNames;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.backend.ordering.table.InMemoryTables;
import justhungry.backend.ordering.table.StateTable;
import justhungry.backend.ordering.table.StateTables;
import justhungry.backend.replication.DurableLog;
import org.jspecify.annotations.Nullable;

/** A store that is lost with its process; each one is a new incarnation. For demonstrations and tests. */
public final class InMemoryStore implements Store {
    private final Member member;
    private final InMemoryTables tables = new InMemoryTables();
    private final InMemoryEntries entries = new InMemoryEntries();
    private final StoredLog log =
            new StoredLog(entries, tables, new LogBounds(LogPosition.START), 0, this::abandonSnapshot);
    private UUID cluster = BackendRegistration.NO_CLUSTER;
    private @Nullable LogPosition installing;

    /** Creates an empty store of a new incarnation. */
    public InMemoryStore(String name) {
        this.member = new Member(NodeNames.require(name), UUID.randomUUID());
    }

    @Override
    public Member member() {
        return member;
    }

    @Override
    public UUID cluster() {
        return cluster;
    }

    @Override
    public void joinCluster(UUID newCluster) {
        cluster = newCluster;
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
        return new InMemorySnapshot(log.positionAt(tables.appliedIndex()), tables.copy());
    }

    @Override
    public void beginSnapshot(long index, long epoch, int checksum) {
        clear();
        installing = new LogPosition(index, epoch, checksum);
    }

    @Override
    public void addRows(List<byte[]> rows) {
        requireInstalling();
        tables.write(rows.stream().map(row -> SnapshotRow.decode(row).toWrite()).toList(), 0);
    }

    @Override
    public void finishSnapshot() {
        var base = requireInstalling();
        tables.write(List.of(), base.index());
        log.replacedAt(base);
        installing = null;
    }

    @Override
    public void close() {
        // There is nothing to release.
    }

    private void abandonSnapshot() {
        if (installing != null) {
            clear();
            installing = null;
        }
    }

    private void clear() {
        var removals = StateTable.ALL.stream()
                .flatMap(table ->
                        tables.rows(table).keySet().stream().map(key -> new StateTables.Write(table, key, null)))
                .toList();
        tables.write(removals, 0);
        entries.clear();
        log.replacedAt(LogPosition.START);
    }

    private LogPosition requireInstalling() {
        if (installing == null) {
            throw new IllegalStateException("no snapshot is being installed");
        }
        return installing;
    }
}
