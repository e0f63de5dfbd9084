package justhungry.backend.node;

import java.util.List;
import java.util.TreeMap;
import justhungry.backend.replication.DurableLog;
import justhungry.backend.replication.Entry;

/** The entries that were stored last and are not applied yet; others are read from the log again. Owned by the node. */
final class UnappliedEntries {
    private static final int MAX_ENTRIES = 1_024;

    private final DurableLog log;
    private final TreeMap<Long, Entry> entries = new TreeMap<>();

    UnappliedEntries(DurableLog log) {
        this.log = log;
    }

    void add(List<Entry> stored) {
        stored.forEach(entry -> entries.put(entry.index(), entry));
        while (entries.size() > MAX_ENTRIES) {
            entries.pollFirstEntry();
        }
    }

    Entry at(long index) {
        var known = entries.get(index);
        return known != null ? known : log.read(index, 1, 1).get(0);
    }

    void removeThrough(long index) {
        entries.headMap(index, true).clear();
    }

    void removeAfter(long index) {
        entries.tailMap(index, false).clear();
    }

    void clear() {
        entries.clear();
    }
}
