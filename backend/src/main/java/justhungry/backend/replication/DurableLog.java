package justhungry.backend.replication;

import java.util.List;

/**
 * The log of one back end, and the highest epoch that it has seen. Every change is durable when its method returns. One
 * that fails throws {@link java.io.UncheckedIOException}; the process must then end, because it is unknown whether the
 * change survives a restart.
 *
 * <p>The entries before {@link #firstIndex} were compacted; epoch and checksum of the last of those, the base, are
 * kept.
 */
public interface DurableLog {
    /** The index of the oldest entry that is kept, or {@code lastIndex() + 1} when none is. */
    long firstIndex();

    /** The index of the newest entry; 0 for a log that never had one. */
    long lastIndex();

    /**
     * The epoch of an entry.
     *
     * @param index from {@code firstIndex() - 1} to {@code lastIndex()}
     * @return its epoch; 0 for index 0
     */
    long epochAt(long index);

    /**
     * The checksum of an entry, which covers its content and, by the chain, all entries before it.
     *
     * @param index from {@code firstIndex() - 1} to {@code lastIndex()}
     * @return its checksum; 0 for index 0
     */
    int checksumAt(long index);

    /** The entries from {@code from} on, up to the limits of number and bytes, but at least one if there is one. */
    List<Entry> read(long from, int maxEntries, int maxBytes);

    /**
     * Appends entries.
     *
     * @throws IllegalArgumentException when they do not continue the log in index, checksum or epoch
     */
    void append(List<Entry> entries);

    /** Removes every entry after {@code index}, which must be at least {@code firstIndex() - 1}. */
    void truncateAfter(long index);

    /** Drops the entries up to and including {@code index}. Need not be durable at once. */
    void compactThrough(long index);

    /** The highest epoch that this back end has seen. */
    long epoch();

    /** Raises {@link #epoch}. */
    void saveEpoch(long epoch);
}
