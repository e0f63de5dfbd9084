package justhungry.backend.storage.rocks;

import justhungry.backend.replication.Entry;
import justhungry.backend.storage.LogBounds;
import justhungry.backend.storage.LogPosition;
import justhungry.backend.storage.SnapshotUnfinishedException;
import justhungry.backend.storage.StoreDamagedException;
import org.rocksdb.RocksIterator;

/**
 * The verification of a database at opening: it is the one that the identity file names, it is not older than the file
 * says, and its log is whole from the base to the end. The time grows with the log, which compaction bounds, not with
 * the orders.
 */
final class StoreVerifier {
    private final RocksDatabase database;
    private final StoreIdentity identity;

    StoreVerifier(RocksDatabase database, StoreIdentity identity) {
        this.database = database;
        this.identity = identity;
    }

    /**
     * Checks everything.
     *
     * @return the bounds of the log
     * @throws StoreDamagedException when the store is not what it was
     * @throws SnapshotUnfinishedException when a snapshot was being installed
     */
    LogBounds verify() {
        checkOwner();
        if (database.get(MetaKey.INSTALLING).isPresent()) {
            throw new SnapshotUnfinishedException("only a part of a snapshot had arrived");
        }
        var bounds = readLog();
        checkApplied(bounds);
        return bounds;
    }

    private void checkOwner() {
        var incarnation = identity.database().toString();
        requireSame("name", identity.member().name(), text(MetaKey.NAME));
        requireSame("incarnation", incarnation, text(MetaKey.INCARNATION));
        if (!identity.cluster().equals(StoreIdentity.of(identity.member()).cluster())) {
            requireSame("cluster", identity.cluster().toString(), text(MetaKey.CLUSTER));
        }
        long epoch = MetaKey.decodeLong(value(MetaKey.EPOCH));
        require(
                epoch >= identity.epoch(),
                "the database is older than it should be: it has seen epoch %d, the identity file has %d",
                epoch,
                identity.epoch());
    }

    private LogBounds readLog() {
        var bounds = new LogBounds(LogPosition.decode(value(MetaKey.BASE)));
        checkKnown(bounds.last());
        try (var rows = database.iterator(database.log())) {
            for (rows.seekToFirst(); rows.isValid(); rows.next()) {
                append(bounds, rows);
                checkKnown(bounds.last());
            }
            database.requireCleanEnd(rows);
        }
        require(
                bounds.last().index() >= identity.last().index(),
                "the database is older than it should be: its log ends with %s, the identity file has %s",
                bounds.last(),
                identity.last());
        return bounds;
    }

    private void append(LogBounds bounds, RocksIterator rows) {
        try {
            var entry = Entry.decode(rows.value());
            require(entry.index() == MetaKey.decodeLong(rows.key()), "%s is in the wrong place in the log", entry);
            bounds.append(entry);
        } catch (IllegalArgumentException e) {
            throw database.damaged("the log is damaged: " + e.getMessage());
        }
    }

    /** Requires the entry that the identity file names to be the one in the log. */
    private void checkKnown(LogPosition position) {
        require(
                position.index() != identity.last().index() || position.equals(identity.last()),
                "%s of the log is not the one that the identity file names",
                position);
    }

    private void checkApplied(LogBounds bounds) {
        long applied = MetaKey.decodeLong(value(MetaKey.APPLIED));
        require(
                applied >= bounds.base().index() && applied <= bounds.last().index(),
                "the state contains entry %d, which is not in the log (after %s, up to %s)",
                applied,
                bounds.base(),
                bounds.last());
    }

    private void requireSame(String what, String expected, String found) {
        require(
                expected.equals(found),
                "identity file and database do not belong together: the %s is %s in the file, %s in the database",
                what,
                expected,
                found);
    }

    private String text(MetaKey key) {
        return MetaKey.decodeText(value(key));
    }

    private byte[] value(MetaKey key) {
        return database.get(key).orElseThrow(() -> database.damaged("the database has no " + key));
    }

    private void require(boolean holds, String message, Object... values) {
        if (!holds) {
            throw database.damaged(message.formatted(values));
        }
    }
}
