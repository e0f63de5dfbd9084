package justhungry.backend.storage;

import java.util.List;
import java.util.TreeMap;
import justhungry.backend.replication.Entry;

/**
 * The bounds of a log, known without reading it: its base, its end, and the index at which each epoch begins. The base
 * is the last entry that was compacted. The size grows with the log's epochs, not with its entries.
 */
public final class LogBounds {
    private final TreeMap<Long, Long> epochByFirstIndex = new TreeMap<>();
    private LogPosition base;
    private LogPosition last;

    /** The bounds of an empty log after a base. */
    public LogBounds(LogPosition base) {
        this.base = base;
        this.last = base;
        epochByFirstIndex.put(base.index(), base.epoch());
    }

    public LogPosition base() {
        return base;
    }

    public LogPosition last() {
        return last;
    }

    /** The epoch of the base or of an entry that is kept. */
    long epochAt(long index) {
        if (index < base.index() || index > last.index()) {
            throw new IllegalArgumentException(
                    "no entry %d: the log reaches from base %d to %d".formatted(index, base.index(), last.index()));
        }
        return epochByFirstIndex.floorEntry(index).getValue();
    }

    /**
     * Checks that entries continue the log.
     *
     * @throws IllegalArgumentException when they do not
     */
    void requireContinuedBy(List<Entry> entries) {
        var end = last;
        for (var entry : entries) {
            end = following(end, entry);
        }
    }

    /**
     * Adds an entry that continues the log.
     *
     * @throws IllegalArgumentException when it does not
     */
    public void append(Entry entry) {
        var next = following(last, entry);
        if (next.epoch() != last.epoch()) {
            epochByFirstIndex.put(next.index(), next.epoch());
        }
        last = next;
    }

    void truncateAfter(LogPosition newLast) {
        epochByFirstIndex.tailMap(newLast.index(), false).clear();
        last = newLast;
    }

    void compactThrough(LogPosition newBase) {
        epochByFirstIndex.headMap(newBase.index(), true).clear();
        epochByFirstIndex.put(newBase.index(), newBase.epoch());
        base = newBase;
    }

    /** Resets the bounds to those of an empty log after {@code newBase}. */
    void reset(LogPosition newBase) {
        epochByFirstIndex.clear();
        epochByFirstIndex.put(newBase.index(), newBase.epoch());
        base = newBase;
        last = newBase;
    }

    private static LogPosition following(LogPosition end, Entry entry) {
        if (entry.index() != end.index() + 1
                || entry.previousChecksum() != end.checksum()
                || entry.epoch() < end.epoch()) {
            throw new IllegalArgumentException("%s, chained to %08x, does not follow %s with checksum %08x"
                    .formatted(entry, entry.previousChecksum(), end, end.checksum()));
        }
        return LogPosition.of(entry);
    }
}
