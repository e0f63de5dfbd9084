package justhungry.backend.replication;

import java.util.List;

/**
 * The log of one back end, and the highest epoch that it has seen. Every change is durable when its method returns; one
 * that fails throws {@link java.io.UncheckedIOException}, after which the process must end, for whether the change is
 * there after a restart is unknown.
 *
 * <p>The entries before {@link #firstIndex} were compacted; of the last of those, the base, epoch and checksum are kept.
 */
public interface DurableLog {
    /** The oldest entry that is kept, or {@code lastIndex() + 1} when none is. */
    long firstIndex();

    /** The newest entry; 0 for a log that never had one. */
    long lastIndex();

    /**
     * The epoch of an entry.
     *
     * @param index from {@code firstIndex() - 1} to {@code lastIndex()}
     * @return its epoch; 0 for index 0
     */
    long epochAt(long index);

    /**
     * The checksum of an entry, which stands for its content and for all entries before it.
     *
     * @param index from {@code firstIndex() - 1} to {@code lastIndex()}
     * @return its checksum; 0 for index 0
     */
    int checksumAt(long index);

    /** The entries from {@code from} on, at least one if there is one, at most so many entries and about so many bytes. */
    List<Entry> read(long from, int mostEntries, int mostBytes);

    /**
     * Appends entries.
     *
     * @throws IllegalArgumentException when they do not continue the log: index, checksum or epoch do not fit
     */
    void append(List<Entry> entries);

    /** Removes every entry after {@code index}, which is at least {@code firstIndex() - 1}. */
    void cutAfter(long index);

    /** Forgets the entries up to and with {@code index}. Need not be durable at once. */
    void compactThrough(long index);

    /** The highest epoch that this back end has seen. */
    long epoch();

    /** Raises {@link #epoch}. */
    void saveEpoch(long epoch);
}
