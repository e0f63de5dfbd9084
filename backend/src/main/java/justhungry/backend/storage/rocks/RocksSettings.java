package justhungry.backend.storage.rocks;

import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.rocksdb.AbstractNativeReference;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteOptions;

/**
 * The settings of the database. They bound memory, open files and the time to start, whatever the number of orders. It
 * owns the native objects; close it after the database.
 */
final class RocksSettings implements AutoCloseable {
    private static final long MIB = 1 << 20;

    static {
        RocksDB.loadLibrary();
    }

    /**
     * One shard only: a file's filter of some MB would not fit into a smaller one, and would be read at each lookup.
     */
    private final LRUCache cache = new LRUCache(32 * MIB, 0);

    private final BloomFilter filter = new BloomFilter(10);
    private final ColumnFamilyOptions family = nearbyInserts();
    private final DBOptions database = new DBOptions();
    private final WriteOptions synced = new WriteOptions().setSync(true);
    private final WriteOptions unsynced = new WriteOptions().setSync(false);

    RocksSettings() {
        // Indexes and filters count as cached blocks: otherwise they are kept in memory for every file.
        family.setTableFormatConfig(new BlockBasedTableConfig()
                .setBlockCache(cache)
                .setCacheIndexAndFilterBlocks(true)
                .setFilterPolicy(filter));
        family.setWriteBufferSize(8 * MIB);
        bound(database);
        protect(database);
    }

    ColumnFamilyOptions family() {
        return family;
    }

    DBOptions database() {
        return database;
    }

    WriteOptions synced() {
        return synced;
    }

    WriteOptions unsynced() {
        return unsynced;
    }

    @Override
    public void close() {
        Stream.of(synced, unsynced, database, family, filter, cache).forEach(AbstractNativeReference::close);
    }

    /**
     * Options that start the search for a new row's place in memory at the last row that begins with the same bytes. A
     * new row mostly follows that one: the next number, or the same customer's next. There is no setter for this in
     * Java.
     */
    private static ColumnFamilyOptions nearbyInserts() {
        var options = new Properties();
        options.setProperty("memtable_insert_with_hint_prefix_extractor", "rocksdb.CappedPrefix.3");
        return Objects.requireNonNull(ColumnFamilyOptions.getColumnFamilyOptionsFromProps(options));
    }

    private static void bound(DBOptions database) {
        database.setDbWriteBufferSize(32 * MIB)
                .setMaxTotalWalSize(32 * MIB)
                .setMaxOpenFiles(256)
                .setMaxBackgroundJobs(2)
                .setMaxManifestFileSize(MIB)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setMaxLogFileSize(MIB)
                .setKeepLogFileNum(2)
                .setStatsDumpPeriodSec(0)
                .setStatsPersistPeriodSec(0);
    }

    private static void protect(DBOptions database) {
        database.setParanoidChecks(true)
                // The default mode silently drops all that follows a damaged record (measured: 20 of 20); this one
                // refuses.
                .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
                .setAtomicFlush(true)
                // RocksDB must not recover from a failure by itself. This forbids it, except after a full disk: a
                // thread of RocksDB then syncs the log again, and within milliseconds writes are accepted again
                // (measured). The protection is RocksDatabase.write, which writes nothing after the first failure, so
                // that the process ends.
                .setMaxBgErrorResumeCount(0);
    }
}
