package justhungry.backend.storage;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import justhungry.backend.ordering.table.InMemoryTables;
import justhungry.backend.ordering.table.Table;
import justhungry.backend.storage.Store.StateSnapshot;

/** A copy of the tables in memory. Owned by the thread that reads it. */
public final class InMemorySnapshot implements StateSnapshot {
    private final Position position;
    private final Iterator<Row> rows;
    private Optional<byte[]> heldBack = Optional.empty();

    public InMemorySnapshot(Position position, InMemoryTables copy) {
        this.position = position;
        this.rows = Arrays.stream(Table.values())
                .flatMap(table ->
                        copy.rows(table).entrySet().stream().map(row -> new Row(table, row.getKey(), row.getValue())))
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
        var chunk = new Piece(maxRows, maxBytes);
        var next = heldBack.or(this::nextRow);
        while (next.filter(chunk::takes).isPresent()) {
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
