package justhungry.backend.ordering.table;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tables in memory, lost with the process. Owned by one thread at a time. */
public final class InMemoryTables implements StateTables {
    private final Map<StateTable, NavigableMap<ByteString, ByteString>> tables = new EnumMap<>(StateTable.class);
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
        return below(rowsOf(table), prefix, before).descendingMap().keySet().stream()
                .map(ByteString::array)
                .takeWhile(key -> startsWith(key, prefix))
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

    /** The rows below {@code before} that are not above all those with the prefix. */
    private static NavigableMap<ByteString, ByteString> below(
            NavigableMap<ByteString, ByteString> rows, byte[] prefix, byte[] before) {
        var end = endOf(prefix);
        var bound = before.length == 0 ? Optional.<ByteString>empty() : Optional.of(new ByteString(before));
        return Stream.concat(end.stream(), bound.stream())
                .min(Comparator.naturalOrder())
                .map(lowest -> rows.headMap(lowest, false))
                .orElse(rows);
    }

    /** The lowest key above all that begin with the prefix; empty when the prefix has only highest bytes. */
    private static Optional<ByteString> endOf(byte[] prefix) {
        for (int last = prefix.length - 1; last >= 0; last--) {
            if (prefix[last] != (byte) 0xff) {
                var end = Arrays.copyOf(prefix, last + 1);
                end[last]++;
                return Optional.of(new ByteString(end));
            }
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }
}
