package justhungry.backend.storage;

import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import justhungry.backend.replication.Entry;

/** The entries of the log in memory, by index. */
final class InMemoryEntries implements LogEntries {
    private final NavigableMap<Long, Entry> entries = new TreeMap<>();

    @Override
    public Entry get(long index) {
        return Objects.requireNonNull(entries.get(index));
    }

    @Override
    public void add(List<Entry> added) {
        added.forEach(entry -> entries.put(entry.index(), entry));
    }

    @Override
    public void removeAfter(LogPosition newLast, long oldLast) {
        entries.tailMap(newLast.index(), false).clear();
    }

    @Override
    public void removeThrough(LogPosition newBase, long first) {
        entries.headMap(newBase.index(), true).clear();
    }

    @Override
    public void saveEpoch(long epoch, LogPosition last) {
        // The log keeps it in memory, as long as this process runs.
    }

    void clear() {
        entries.clear();
    }
}
