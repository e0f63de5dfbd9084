package justhungry.backend.storage;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.Names;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.backend.ordering.table.InMemoryTables;
import justhungry.backend.ordering.table.Table;
import justhungry.backend.ordering.table.Tables;
import justhungry.backend.replication.DurableLog;
import org.jspecify.annotations.Nullable;

/** A store that is lost with its process; each one is a new incarnation. For demonstrations and tests. */
public final class InMemoryStore implements Store {
    private final Member member;
    private final InMemoryTables tables = new InMemoryTables();
    private final InMemoryEntries entries = new InMemoryEntries();
    private final StoredLog log =
            new StoredLog(entries, tables, new LogExtent(Position.START), 0, this::giveUpSnapshot);
    private UUID cluster = BackendRegistration.NO_CLUSTER;
    private @Nullable Position installing;

    /** Creates an empty store of a new incarnation. */
    public InMemoryStore(String name) {
        this.member = new Member(Names.require(name), UUID.randomUUID());
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
    public Tables tables() {
        return tables;
    }

    @Override
    public StateSnapshot snapshot() {
        return new InMemorySnapshot(log.positionAt(tables.appliedIndex()), tables.copy());
    }

    @Override
    public void beginSnapshot(long index, long epoch, int checksum) {
        clear();
        installing = new Position(index, epoch, checksum);
    }

    @Override
    public void addRows(List<byte[]> rows) {
        requireInstalling();
        tables.write(rows.stream().map(row -> Row.decode(row).toWrite()).toList(), 0);
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

    private void giveUpSnapshot() {
        if (installing != null) {
            clear();
            installing = null;
        }
    }

    private void clear() {
        var removals = Arrays.stream(Table.values())
                .flatMap(table -> tables.rows(table).keySet().stream().map(key -> new Tables.Write(table, key, null)))
                .toList();
        tables.write(removals, 0);
        entries.clear();
        log.replacedAt(Position.START);
    }

    private Position requireInstalling() {
        if (installing == null) {
            throw new IllegalStateException("no snapshot is being installed");
        }
        return installing;
    }
}
