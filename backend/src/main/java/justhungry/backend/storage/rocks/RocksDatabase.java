package justhungry.backend.storage.rocks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import justhungry.backend.ordering.table.StateTable;
import justhungry.backend.storage.StoreDamagedException;
import justhungry.platform.process.DurableFile;
import justhungry.platform.process.FailureReason;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;
import org.rocksdb.WriteBatch;

/**
 * A RocksDB database with a column family for the log, one for each table, and the default one for the single values.
 *
 * <p>After a crash, log and tables are those of one moment. All families share one write-ahead log, in which every
 * write is whole and in order. Families are flushed to files separately, but {@code atomic_flush} flushes all of them
 * as of one moment, and RocksDB first syncs the write-ahead log up to that moment. So after a crash the database is a
 * prefix of all writes, at least up to the last synced one. Because an entry is appended and synced before it is
 * applied, and applied before it is compacted, every such prefix has the entries that its tables lack.
 *
 * <p>Damage found while running is marked in the directory, so that the next start does not use the database again.
 */
final class RocksDatabase implements AutoCloseable {
    private static final String MARK = "DAMAGED";

    private final Path directory;
    private final Access access;
    private final RocksSettings settings;
    private final RocksDB rocks;
    private final List<ColumnFamilyHandle> families;
    private final Map<StateTable, ColumnFamilyHandle> tables = new TreeMap<>();
    private @Nullable UncheckedIOException failure;

    private RocksDatabase(
            Path directory,
            Access access,
            List<StateTable> present,
            RocksSettings settings,
            RocksDB rocks,
            List<ColumnFamilyHandle> families) {
        this.directory = directory;
        this.access = access;
        this.settings = settings;
        this.rocks = rocks;
        this.families = families;
        var tableFamilies = families.listIterator(2);
        for (var table : present) {
            tables.put(table, tableFamilies.next());
        }
    }

    /** Creates an empty database where there is none. */
    static RocksDatabase create(Path directory) {
        var settings = new RocksSettings();
        settings.database().setCreateIfMissing(true).setErrorIfExists(true);
        return open(directory, Access.READ_WRITE, StateTable.ALL, settings);
    }

    /**
     * Opens a database.
     *
     * @throws StoreDamagedException when it is not as it was left; a disk that fails or is full does not count as
     *     damage
     */
    static RocksDatabase open(Path directory, Access access) {
        try {
            if (Files.exists(directory.resolve(MARK))) {
                throw new StoreDamagedException(Files.readString(directory.resolve(MARK)));
            }
            WalCheck.checkAll(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s: %s".formatted(directory, FailureReason.of(e)), e);
        }
        var tables = access == Access.READ_WRITE ? StateTable.ALL : tablesIn(directory);
        return open(directory, access, tables, new RocksSettings());
    }

    private static RocksDatabase open(Path directory, Access access, List<StateTable> tables, RocksSettings settings) {
        var families = new ArrayList<ColumnFamilyHandle>();
        var names = descriptors(tables, settings);
        var path = directory.toString();
        try {
            var rocks = access == Access.READ_WRITE
                    ? RocksDB.open(settings.database().setCreateMissingColumnFamilies(true), path, names, families)
                    : RocksDB.openReadOnly(settings.database(), path, names, families);
            return new RocksDatabase(directory, access, tables, settings, rocks, families);
        } catch (RocksDBException e) {
            settings.close();
            throw RocksErrors.of("opened", directory, e);
        }
    }

    /** The tables that a database has: in an earlier format there were fewer. */
    private static List<StateTable> tablesIn(Path directory) {
        try (var options = new Options()) {
            var names = RocksDB.listColumnFamilies(options, directory.toString()).stream()
                    .map(name -> new String(name, StandardCharsets.US_ASCII))
                    .collect(Collectors.toSet());
            return StateTable.ALL.stream()
                    .filter(table -> names.contains(table.name()))
                    .toList();
        } catch (RocksDBException e) {
            throw RocksErrors.of("opened", directory, e);
        }
    }

    private static List<ColumnFamilyDescriptor> descriptors(List<StateTable> present, RocksSettings settings) {
        var tables = present.stream().map(table -> table.name().getBytes(StandardCharsets.US_ASCII));
        return Stream.concat(
                        Stream.of(RocksDB.DEFAULT_COLUMN_FAMILY, "log".getBytes(StandardCharsets.US_ASCII)), tables)
                .map(name -> new ColumnFamilyDescriptor(name, settings.family()))
                .toList();
    }

    ColumnFamilyHandle meta() {
        return families.get(0);
    }

    ColumnFamilyHandle log() {
        return families.get(1);
    }

    ColumnFamilyHandle table(StateTable table) {
        return find(table).orElseThrow();
    }

    /** The family of a table; empty if a database of an earlier format, which is only read, does not have it. */
    Optional<ColumnFamilyHandle> find(StateTable table) {
        return Optional.ofNullable(tables.get(table));
    }

    boolean isWritable() {
        return access == Access.READ_WRITE;
    }

    Optional<byte[]> get(ColumnFamilyHandle family, byte[] key) {
        try {
            return Optional.ofNullable(rocks.get(family, key));
        } catch (RocksDBException e) {
            throw failed("read", e);
        }
    }

    Optional<byte[]> get(MetaKey key) {
        return get(meta(), key.bytes());
    }

    /** Begins a set of changes that are committed together. */
    AtomicWrite newWrite() {
        return new AtomicWrite(this);
    }

    void write(WriteBatch batch, Durability durability) {
        if (failure != null) {
            throw failure; // It is unknown whether the failed write is there, so no other may follow it.
        }
        try {
            rocks.write(durability == Durability.SYNCED ? settings.synced() : settings.unsynced(), batch);
        } catch (RocksDBException e) {
            failure = failed("written", e);
            throw failure;
        }
    }

    /** Whether a write failed: the content of the disk is then unknown. */
    boolean hasFailed() {
        return failure != null;
    }

    RocksIterator iterator(ColumnFamilyHandle family) {
        return rocks.newIterator(family);
    }

    RocksIterator iterator(ColumnFamilyHandle family, ReadOptions options) {
        return rocks.newIterator(family, options);
    }

    /** Throws if an iterator ended because reading failed, and not because there are no more rows. */
    void requireCleanEnd(RocksIterator iterator) {
        try {
            iterator.status();
        } catch (RocksDBException e) {
            throw failed("read", e);
        }
    }

    Snapshot takeSnapshot() {
        return rocks.getSnapshot();
    }

    void release(Snapshot snapshot) {
        rocks.releaseSnapshot(snapshot);
        snapshot.close();
    }

    /** The exception for damage that was found. The database is marked, and not used again, unless it is only read. */
    StoreDamagedException damaged(String what) {
        var damage = new StoreDamagedException(what);
        mark(damage);
        return damage;
    }

    UncheckedIOException failed(String done, RocksDBException e) {
        var exception = RocksErrors.of(done, directory, e);
        if (exception instanceof StoreDamagedException damage) {
            mark(damage);
        }
        return exception;
    }

    @Override
    public void close() {
        families.forEach(ColumnFamilyHandle::close);
        rocks.close();
        settings.close();
    }

    private void mark(StoreDamagedException damage) {
        if (!isWritable()) {
            return;
        }
        try {
            new DurableFile(directory.resolve(MARK)).replace(String.valueOf(damage.getMessage()));
        } catch (IOException e) {
            damage.addSuppressed(e);
        }
    }

    /** The use of a database: one that is only read stays as it is, even if it is damaged or of an earlier format. */
    enum Access {
        READ_WRITE,
        READ_ONLY
    }

    /** The durability of a write: on the disk when it returns, or only ordered after the earlier writes. */
    enum Durability {
        SYNCED,
        ORDERED
    }
}
