package justhungry.backend.storage;

import java.util.List;
import justhungry.backend.replication.Entry;

/** The storage of a {@link StoredLog}'s entries: RocksDB or memory. The log checks all arguments before. */
public interface LogEntries {
    /** An entry that was added and not removed. */
    Entry get(long index);

    /** Adds entries durably. */
    void add(List<Entry> entries);

    /** Removes, durably, the entries after {@code newLast} up to and including {@code oldLast}. */
    void removeAfter(LogPosition newLast, long oldLast);

    /** Removes the entries from {@code first} up to and including {@code newBase}, whose position becomes the base. */
    void removeThrough(LogPosition newBase, long first);

    /**
     * Saves the highest epoch seen, durably.
     *
     * @param last the log's end
     */
    void saveEpoch(long epoch, LogPosition last);
}
