package justhungry.backend.ordering.table;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tables in memory, lost with the process. Owned by one thread at a time. */
public final class InMemoryTables implements StateTables {
    private final Map<StateTable, NavigableMap<ByteString, ByteString>> tables = new TreeMap<>();
    private long appliedIndex;

    /** A copy that later writes do not affect. */
    public InMemoryTables copy() {
        var copy = new InMemoryTables();
        tables.forEach((table, rows) -> copy.rowsOf(table).putAll(rows));
        copy.appliedIndex = appliedIndex;
        return copy;
    }

    /** A read-only view of all rows of a table, by key. */
    public SortedMap<ByteString, ByteString> rows(StateTable table) {
        return Collections.unmodifiableSortedMap(rowsOf(table));
    }

    @Override
    public Optional<byte[]> get(StateTable table, byte[] key) {
        return Optional.ofNullable(rowsOf(table).get(new ByteString(key))).map(ByteString::array);
    }

    @Override
    public List<byte[]> lastKeys(StateTable table, byte[] prefix, byte[] before, int maxKeys) {
        var range = new KeyRange(prefix, before);
        var rows = rowsOf(table);
        var below = range.end().length == 0 ? rows : rows.headMap(new ByteString(range.end()), false);
        return below.descendingMap().keySet().stream()
                .map(ByteString::array)
                .takeWhile(range::contains)
                .limit(maxKeys)
                .toList();
    }

    @Override
    public void write(List<Write> writes, long index) {
        for (var write : writes) {
            var rows = rowsOf(write.table());
            if (write.value() == null) {
                rows.remove(write.key());
            } else {
                rows.put(write.key(), write.value());
            }
        }
        appliedIndex = index;
    }

    @Override
    public long appliedIndex() {
        return appliedIndex;
    }

    private NavigableMap<ByteString, ByteString> rowsOf(StateTable table) {
        return tables.computeIfAbsent(table, t -> new TreeMap<>());
    }
}
