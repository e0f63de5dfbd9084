package justhungry.backend.storage.rocks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        return cache.get(table, key, () -> database.get(database.table(table), key));
    }

    @Override
    public List<byte[]> lastKeys(StateTable table, byte[] prefix, byte[] before, int maxKeys) {
        var keys = new ArrayList<byte[]>();
        try (var rows = database.iterator(database.table(table))) {
            seekLastBelow(rows, prefix, before);
            while (rows.isValid() && keys.size() < maxKeys && startsWith(rows.key(), prefix)) {
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

    /** Seeks the last key that is below {@code before}, if that is set, and not above all keys with the prefix. */
    private static void seekLastBelow(RocksIterator rows, byte[] prefix, byte[] before) {
        var end = endOf(prefix);
        var bound = before.length > 0 && (end.length == 0 || Arrays.compareUnsigned(before, end) < 0) ? before : end;
        if (bound.length == 0) {
            rows.seekToLast();
            return;
        }
        rows.seekForPrev(bound);
        if (rows.isValid() && Arrays.equals(rows.key(), bound)) {
            rows.prev();
        }
    }

    /** The lowest key above all that begin with the prefix; empty when there is none. */
    private static byte[] endOf(byte[] prefix) {
        int length = prefix.length;
        while (length > 0 && prefix[length - 1] == (byte) 0xff) {
            length--;
        }
        var end = Arrays.copyOf(prefix, length);
        if (length > 0) {
            end[length - 1]++;
        }
        return end;
    }

    private static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }
}
