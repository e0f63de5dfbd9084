package justhungry.backend.storage.rocks;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import justhungry.backend.ordering.table.Bytes;
import justhungry.backend.ordering.table.Table;
import justhungry.backend.ordering.table.Tables.Write;

/**
 * A cache of the rows that were used last, of the tables whose rows are small and are read for each order; it also
 * knows missing rows. It must be told of every written row, and of a replacement of all. Owned by the tables' owner.
 */
final class RowCache {
    /** The most cached rows; so many take about 10 MB. */
    static final int ROWS = 20_000;

    private static final Set<Table> KEPT =
            EnumSet.of(Table.PRODUCTS, Table.PRODUCT_PLACES, Table.CUSTOMERS, Table.REPLIES, Table.COUNTERS);

    private final Map<Place, Optional<byte[]>> rows = new LastUsed<>();

    /** The row, which is looked up if it is not cached. */
    Optional<byte[]> get(Table table, byte[] key, Supplier<Optional<byte[]>> lookUp) {
        return KEPT.contains(table)
                ? rows.computeIfAbsent(new Place(table, new Bytes(key)), place -> lookUp.get())
                : lookUp.get();
    }

    void written(Write write) {
        if (KEPT.contains(write.table())) {
            rows.put(
                    new Place(write.table(), write.key()),
                    Optional.ofNullable(write.value()).map(Bytes::array));
        }
    }

    void clear() {
        rows.clear();
    }

    private record Place(Table table, Bytes key) {}

    private static final class LastUsed<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;

        LastUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > ROWS;
        }
    }
}
