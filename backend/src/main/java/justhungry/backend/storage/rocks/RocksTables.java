package justhungry.backend.storage.rocks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import justhungry.backend.ordering.table.KeyRange;
import justhungry.backend.ordering.table.StateTable;
import justhungry.backend.ordering.table.StateTables;
import org.rocksdb.RocksIterator;

/** The state's tables in RocksDB. Owned by the store's owner. */
final class RocksTables implements StateTables {
    private final RocksDatabase database;
    private final RowCache cache = new RowCache();
    private long appliedIndex;

    RocksTables(RocksDatabase database, long appliedIndex) {
        this.database = database;
        this.appliedIndex = appliedIndex;
    }

    @Override
    public Optional<byte[]> get(StateTable table, byte[] key) {
        return cache.get(table, key, () -> database.find(table).flatMap(family -> database.get(family, key)));
    }

    @Override
    public List<byte[]> lastKeys(StateTable table, byte[] prefix, byte[] before, int maxKeys) {
        var keys = new ArrayList<byte[]>();
        var family = database.find(table);
        if (family.isEmpty()) {
            return keys;
        }
        try (var rows = database.iterator(family.get())) {
            var range = new KeyRange(prefix, before);
            seekLastBelow(rows, range.end());
            while (rows.isValid() && keys.size() < maxKeys && range.contains(rows.key())) {
                keys.add(rows.key());
                rows.prev();
            }
            database.requireCleanEnd(rows);
        }
        return keys;
    }

    @Override
    public void write(List<Write> writes, long index) {
        try (var write = database.newWrite()) {
            writes.forEach(row -> add(write, row));
            write.put(MetaKey.APPLIED, MetaKey.encode(index)).commit();
        }
        writes.forEach(cache::written);
        appliedIndex = index;
    }

    @Override
    public long appliedIndex() {
        return appliedIndex;
    }

    /** Notes that all rows were replaced by those of a snapshot, or removed. */
    void replacedAt(long index) {
        cache.clear();
        appliedIndex = index;
    }

    private void add(AtomicWrite write, Write row) {
        var family = database.table(row.table());
        var value = row.value();
        if (value == null) {
            write.remove(family, row.key().array());
        } else {
            write.put(family, row.key().array(), value.array());
        }
    }

    /** Seeks the last key that is below {@code end}; the last of all when that is empty. */
    private static void seekLastBelow(RocksIterator rows, byte[] end) {
        if (end.length == 0) {
            rows.seekToLast();
            return;
        }
        rows.seekForPrev(end);
        if (rows.isValid() && Arrays.equals(rows.key(), end)) {
            rows.prev();
        }
    }
}
