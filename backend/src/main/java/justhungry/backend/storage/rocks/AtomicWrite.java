package justhungry.backend.storage.rocks;

import justhungry.backend.ordering.table.StateTable;
import justhungry.backend.storage.rocks.RocksDatabase.Durability;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** A set of changes to the database that is committed as a whole or not at all. */
final class AtomicWrite implements AutoCloseable {
    private final RocksDatabase database;
    private final WriteBatch batch = new WriteBatch();

    AtomicWrite(RocksDatabase database) {
        this.database = database;
    }

    AtomicWrite put(MetaKey key, byte[] value) {
        return put(database.meta(), key.bytes(), value);
    }

    AtomicWrite put(ColumnFamilyHandle family, byte[] key, byte[] value) {
        try {
            batch.put(family, key, value);
            return this;
        } catch (RocksDBException e) {
            throw database.failed("written", e);
        }
    }

    AtomicWrite remove(MetaKey key) {
        return remove(database.meta(), key.bytes());
    }

    AtomicWrite remove(ColumnFamilyHandle family, byte[] key) {
        try {
            batch.delete(family, key);
            return this;
        } catch (RocksDBException e) {
            throw database.failed("written", e);
        }
    }

    /** Removes the keys from {@code from}, inclusive, to {@code before}, exclusive. */
    AtomicWrite removeRange(ColumnFamilyHandle family, byte[] from, byte[] before) {
        try {
            batch.deleteRange(family, from, before);
            return this;
        } catch (RocksDBException e) {
            throw database.failed("written", e);
        }
    }

    /** Removes all rows of all tables. */
    AtomicWrite clearTables() {
        for (var table : StateTable.ALL) {
            clear(database.table(table));
        }
        return this;
    }

    /** Commits the changes after all earlier ones. A power failure may lose them, the last ones first. */
    void commit() {
        database.write(batch, Durability.ORDERED);
    }

    /** Commits the changes. They and all earlier ones are durable when this returns. */
    void commitDurably() {
        database.write(batch, Durability.SYNCED);
    }

    @Override
    public void close() {
        batch.close();
    }

    private void clear(ColumnFamilyHandle family) {
        try (var rows = database.iterator(family)) {
            rows.seekToLast();
            if (rows.isValid()) {
                removeRange(family, new byte[0], rows.key());
                remove(family, rows.key());
            }
            database.requireCleanEnd(rows);
        }
    }
}
