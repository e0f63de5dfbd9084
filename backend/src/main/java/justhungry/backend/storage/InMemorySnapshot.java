package justhungry.backend.storage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import justhungry.backend.ordering.table.ByteString;
import justhungry.backend.ordering.table.InMemoryTables;
import justhungry.backend.ordering.table.StateTable;
import justhungry.backend.storage.Store.StateSnapshot;

/** A copy of the tables in memory, which later writes to them do not affect. Owned by the thread that reads it. */
public final class InMemorySnapshot implements StateSnapshot {
    private final LogPosition position;
    private final List<TableCopy> tables;
    private int nextTable;
    private int nextRow;
    private Optional<byte[]> heldBack = Optional.empty();

    public InMemorySnapshot(LogPosition position, InMemoryTables original) {
        this.position = position;
        this.tables = StateTable.ALL.stream()
                .map(table -> TableCopy.of(table, original.rows(table)))
                .toList();
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
        for (; nextTable < tables.size(); nextTable++, nextRow = 0) {
            var table = tables.get(nextTable);
            if (nextRow < table.keys().size()) {
                return Optional.of(table.row(nextRow++).encode());
            }
        }
        return Optional.empty();
    }

    /** The rows of a table, as arrays: a copied tree would take five times as much memory, and there may be little left. */
    private record TableCopy(StateTable table, List<ByteString> keys, List<ByteString> values) {
        static TableCopy of(StateTable table, SortedMap<ByteString, ByteString> rows) {
            return new TableCopy(
                    table,
                    Arrays.asList(rows.keySet().toArray(ByteString[]::new)),
                    Arrays.asList(rows.values().toArray(ByteString[]::new)));
        }

        SnapshotRow row(int number) {
            return new SnapshotRow(table, keys.get(number), values.get(number));
        }
    }
}
