package justhungry.backend.storage;

import java.util.ArrayList;
import java.util.List;
import justhungry.backend.ordering.table.StateTables;
import justhungry.backend.replication.DurableLog;
import justhungry.backend.replication.Entry;

/** The log with its rules, independent of the storage of its entries. Owned by the store's owner. */
public final class StoredLog implements DurableLog {
    private final LogEntries entries;
    private final StateTables tables;
    private final LogBounds bounds;
    private final Runnable beforeAppend;
    private long epoch;

    /**
     * Creates a log of stored entries.
     *
     * @param tables the state that the entries are applied to: entries that it lacks are never compacted, entries that
     *     it has are never truncated
     * @param bounds of the entries
     * @param epoch the highest seen
     * @param beforeAppend runs before each append
     */
    public StoredLog(LogEntries entries, StateTables tables, LogBounds bounds, long epoch, Runnable beforeAppend) {
        this.entries = entries;
        this.tables = tables;
        this.bounds = bounds;
        this.epoch = epoch;
        this.beforeAppend = beforeAppend;
    }

    @Override
    public long firstIndex() {
        return bounds.base().index() + 1;
    }

    @Override
    public long lastIndex() {
        return bounds.last().index();
    }

    @Override
    public long epochAt(long index) {
        return bounds.epochAt(index);
    }

    @Override
    public int checksumAt(long index) {
        return positionAt(index).checksum();
    }

    @Override
    public List<Entry> read(long from, int maxEntries, int maxBytes) {
        if (from < firstIndex()) {
            throw new IllegalArgumentException(
                    "entry %d was compacted: the log begins with entry %d".formatted(from, firstIndex()));
        }
        var found = new ArrayList<Entry>();
        long bytes = 0;
        for (long index = from; index <= lastIndex() && found.size() < maxEntries; index++) {
            var entry = entries.get(index);
            bytes += entry.bytes().length;
            if (bytes > maxBytes && !found.isEmpty()) {
                break;
            }
            found.add(entry);
        }
        return found;
    }

    @Override
    public void append(List<Entry> added) {
        bounds.requireContinuedBy(added);
        if (added.isEmpty()) {
            return;
        }
        beforeAppend.run();
        entries.add(added);
        added.forEach(bounds::append);
    }

    @Override
    public void truncateAfter(long index) {
        if (index < tables.appliedIndex()) {
            throw new IllegalArgumentException("cannot truncate the log after %d: the state contains entry %d"
                    .formatted(index, tables.appliedIndex()));
        }
        if (index < lastIndex()) {
            var newLast = positionAt(index);
            entries.removeAfter(newLast, lastIndex());
            bounds.truncateAfter(newLast);
        }
    }

    @Override
    public void compactThrough(long index) {
        if (index > tables.appliedIndex()) {
            throw new IllegalArgumentException(
                    "cannot compact the log through %d: the state contains only the entries up to %d"
                            .formatted(index, tables.appliedIndex()));
        }
        if (index >= firstIndex()) {
            var newBase = positionAt(index);
            entries.removeThrough(newBase, firstIndex());
            bounds.compactThrough(newBase);
        }
    }

    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public void saveEpoch(long newEpoch) {
        if (newEpoch < epoch) {
            throw new IllegalArgumentException(
                    "epoch %d is lower than %d, the highest seen".formatted(newEpoch, epoch));
        }
        if (newEpoch > epoch) {
            entries.saveEpoch(newEpoch, bounds.last());
            epoch = newEpoch;
        }
    }

    /** The position of the base or of a kept entry. */
    public LogPosition positionAt(long index) {
        if (index == bounds.last().index()) {
            return bounds.last();
        }
        return index == bounds.base().index() ? bounds.base() : LogPosition.of(entries.get(index));
    }

    public LogPosition last() {
        return bounds.last();
    }

    /** Notes that the log was replaced by an empty one after {@code base}. */
    public void replacedAt(LogPosition base) {
        bounds.reset(base);
    }
}
