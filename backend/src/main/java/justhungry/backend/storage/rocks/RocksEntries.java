package justhungry.backend.storage.rocks;

import java.util.List;
import justhungry.backend.replication.Entry;
import justhungry.backend.storage.LogEntries;
import justhungry.backend.storage.LogPosition;

/** The entries of the log in RocksDB, by index. It keeps the identity file from claiming more than the log has. */
final class RocksEntries implements LogEntries {
    private final RocksDatabase database;
    private final IdentityFile identity;

    RocksEntries(RocksDatabase database, IdentityFile identity) {
        this.database = database;
        this.identity = identity;
    }

    @Override
    public Entry get(long index) {
        var bytes = database.get(database.log(), MetaKey.encode(index))
                .orElseThrow(() -> database.damaged("entry %d of the log is missing".formatted(index)));
        try {
            return Entry.decode(bytes);
        } catch (IllegalArgumentException e) {
            throw database.damaged("entry %d of the log is damaged: %s".formatted(index, e.getMessage()));
        }
    }

    @Override
    public void add(List<Entry> entries) {
        try (var write = database.newWrite()) {
            for (var entry : entries) {
                write.put(database.log(), MetaKey.encode(entry.index()), entry.bytes());
            }
            write.commitDurably();
        }
        identity.advanced(LogPosition.of(entries.get(entries.size() - 1)));
    }

    @Override
    public void removeAfter(LogPosition newLast, long oldLast) {
        identity.retreat(newLast);
        try (var write = database.newWrite()) {
            write.removeRange(database.log(), MetaKey.encode(newLast.index() + 1), MetaKey.encode(oldLast + 1))
                    .commitDurably();
        }
    }

    @Override
    public void removeThrough(LogPosition newBase, long first) {
        try (var write = database.newWrite()) {
            write.removeRange(database.log(), MetaKey.encode(first), MetaKey.encode(newBase.index() + 1))
                    .put(MetaKey.BASE, newBase.encode())
                    .commit();
        }
    }

    @Override
    public void saveEpoch(long epoch, LogPosition last) {
        try (var write = database.newWrite()) {
            write.put(MetaKey.EPOCH, MetaKey.encode(epoch)).commitDurably();
        }
        identity.saw(epoch, last);
    }
}
