package justhungry.backend.node;

import java.util.List;
import java.util.TreeMap;
import justhungry.backend.ordering.Ordering;
import justhungry.backend.ordering.table.StateTables;
import justhungry.backend.replication.DurableLog;
import justhungry.backend.replication.Entry;

/**
 * The application of committed entries that another back end decided. A replica lets them wait until there are several: one
 * write of all costs less than a write of each, and the primary, which waits for an answer, does not wait for it. Owned by the
 * node.
 */
final class EntryApplier {
    /** The most entries that wait, and the most of one write. */
    static final int MAX_ENTRIES = 64;

    /** A write ends with the entry that reaches so many bytes. */
    private static final int MAX_BYTES = 1 << 20;

    private static final int MAX_KEPT_ENTRIES = 1_024;

    private final DurableLog log;
    private final StateTables tables;
    private final Ordering ordering;

    /** The entries that were stored last and are not applied yet; others are read from the log again. */
    private final TreeMap<Long, Entry> kept = new TreeMap<>();

    /** The last entry that may be applied. */
    private long committedIndex;

    /** @param tables those that the ordering writes to */
    EntryApplier(DurableLog log, StateTables tables, Ordering ordering) {
        this.log = log;
        this.tables = tables;
        this.ordering = ordering;
    }

    void onStored(List<Entry> entries) {
        entries.forEach(entry -> kept.put(entry.index(), entry));
        while (kept.size() > MAX_KEPT_ENTRIES) {
            kept.pollFirstEntry();
        }
    }

    /** A snapshot replaces the state. */
    void onStateReplaced() {
        kept.clear();
        committedIndex = 0;
    }

    /** The entries up to an index may be applied: now, or when there are more of them. */
    void onCommitted(long throughIndex) {
        committedIndex = throughIndex;
        if (committedIndex - tables.appliedIndex() >= MAX_ENTRIES) {
            applyCommitted();
        }
    }

    /** Applies what may be applied. */
    void applyCommitted() {
        while (tables.appliedIndex() < committedIndex) {
            applySome(tables.appliedIndex() + 1);
        }
        kept.headMap(tables.appliedIndex(), true).clear();
    }

    private void applySome(long first) {
        var application = ordering.application();
        long end = Math.min(committedIndex + 1, first + MAX_ENTRIES);
        long bytes = 0;
        for (long index = first; index < end && bytes < MAX_BYTES; index++) {
            var entry = at(index);
            application.add(entry.epoch(), index, entry.payload());
            bytes += entry.bytes().length;
        }
        application.write();
    }

    private Entry at(long index) {
        var known = kept.get(index);
        return known != null ? known : log.read(index, 1, 1).get(0);
    }
}
