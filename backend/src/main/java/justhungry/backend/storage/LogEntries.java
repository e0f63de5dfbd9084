package justhungry.backend.storage;

import java.util.List;
import justhungry.backend.replication.Entry;

/** Where a {@link StoredLog} keeps its entries: RocksDB, or memory. What is asked of it was checked. */
public interface LogEntries {
    /** An entry that was added and not removed. */
    Entry get(long index);

    /** Adds entries durably. */
    void add(List<Entry> entries);

    /** Removes durably what follows {@code newLast}, up to and with {@code oldLast}. */
    void removeAfter(Position newLast, long oldLast);

    /** Removes the entries from {@code first} up to and with {@code newBase}, which is kept as the base. */
    void removeThrough(Position newBase, long first);

    /**
     * Keeps the highest epoch seen, durably.
     *
     * @param last the log's end
     */
    void saveEpoch(long epoch, Position last);
}
