package justhungry.backend.storage.rocks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import justhungry.backend.ordering.table.ByteString;
import justhungry.backend.ordering.table.StateTable;
import justhungry.backend.ordering.table.StateTables.Write;

/**
 * A cache of the rows that were used last, of the tables that are cached; it also knows missing rows. It must be told of every written row, and of a replacement of all. Owned by the tables' owner.
 */
final class RowCache {
    /** The most cached rows; so many take about 10 MB. */
    static final int MAX_ROWS = 20_000;

    private final Map<RowKey, Optional<byte[]>> rows = new LastUsed<>();

    /** The row, which is looked up if it is not cached. */
    Optional<byte[]> get(StateTable table, byte[] key, Supplier<Optional<byte[]>> lookUp) {
        return table.isCached()
                ? rows.computeIfAbsent(new RowKey(table, new ByteString(key)), place -> lookUp.get())
                : lookUp.get();
    }

    void written(Write write) {
        if (write.table().isCached()) {
            rows.put(
                    new RowKey(write.table(), write.key()),
                    Optional.ofNullable(write.value()).map(ByteString::array));
        }
    }

    void clear() {
        rows.clear();
    }

    private record RowKey(StateTable table, ByteString key) {}

    private static final class LastUsed<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;

        LastUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MAX_ROWS;
        }
    }
}
