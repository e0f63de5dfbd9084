package justhungry.backend.storage;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import justhungry.backend.ordering.table.InMemoryTables;
import justhungry.backend.ordering.table.StateTable;
import justhungry.backend.storage.Store.StateSnapshot;

/** A copy of the tables in memory. Owned by the thread that reads it. */
public final class InMemorySnapshot implements StateSnapshot {
    private final LogPosition position;
    private final Iterator<SnapshotRow> rows;
    private Optional<byte[]> heldBack = Optional.empty();

    public InMemorySnapshot(LogPosition position, InMemoryTables copy) {
        this.position = position;
        this.rows = StateTable.ALL.stream()
                .flatMap(table -> copy.rows(table).entrySet().stream()
                        .map(row -> new SnapshotRow(table, row.getKey(), row.getValue())))
                .iterator();
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
        var chunk = new ChunkBuilder(maxRows, maxBytes);
        var next = heldBack.or(this::nextRow);
        while (next.filter(chunk::tryAdd).isPresent()) {
            next = nextRow();
        }
        heldBack = next;
        return chunk.rows();
    }

    @Override
    public void close() {
        // There is nothing to release.
    }

    private Optional<byte[]> nextRow() {
        return rows.hasNext() ? Optional.of(rows.next().encode()) : Optional.empty();
    }
}
