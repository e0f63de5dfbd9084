package justhungry.backend.storage;

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
 * How the database is used. Memory, open files and the time to start are bounded, whatever the number of orders. Owns
 * the native objects; close it after the database.
 */
final class RocksSettings implements AutoCloseable {
    private static final long MIB = 1 << 20;

    static {
        RocksDB.loadLibrary();
    }

    /** Not cut into shards: a file's filter of some MB would fit into none, and be read again with each lookup. */
    private final LRUCache cache = new LRUCache(32 * MIB, 0);

    private final BloomFilter filter = new BloomFilter(10);
    private final ColumnFamilyOptions family = nearbyInserts();
    private final DBOptions database = new DBOptions();
    private final WriteOptions synced = new WriteOptions().setSync(true);
    private final WriteOptions unsynced = new WriteOptions().setSync(false);

    RocksSettings() {
        // Indexes and filters count as cached blocks: otherwise they are kept in memory for every file that there is.
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
     * A new row mostly comes right behind the last one that begins with the same bytes: the next number, or the next of the same
     * customer. So the search for its place in memory starts there. There is no setter for this in Java.
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
                // The default mode silently drops whatever follows a damaged record (FACTS: 20 of 20); this one
                // refuses.
                .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
                .setAtomicFlush(true)
                // Going on by itself after a failure would lie. This forbids it, but not after a full disk: a thread of
                // RocksDB then syncs the log again, and within milliseconds writes are taken again (measured). What
                // protects us is RocksDatabase.write, which writes nothing after the first failure, so that the process
                // ends.
                .setMaxBgErrorResumeCount(0);
    }
}
