package justhungry.api.directory;

import java.io.Serializable;
import justhungry.api.codec.Preconditions;

/**
 * The age of a back end's data, by which a name server tells an old copy of them.
 *
 * @param starts how often a back end was started on these data, this start included
 * @param lastEpoch the epoch of the last entry of their log when it was started
 * @param lastIndex the index of that entry
 * @param committedEpoch the epoch of the last entry that this process knows to be committed: the log never ends before it
 *     again
 * @param committedIndex the index of that entry
 */
public record DataAge(long starts, long lastEpoch, long lastIndex, long committedEpoch, long committedIndex)
        implements Serializable {
    public DataAge {
        Preconditions.range("a number of starts", starts, 1, Long.MAX_VALUE);
        Preconditions.range("an epoch", lastEpoch, 0, Long.MAX_VALUE);
        Preconditions.range("an index", lastIndex, 0, Long.MAX_VALUE);
        Preconditions.range("an epoch", committedEpoch, 0, Long.MAX_VALUE);
        Preconditions.range("an index", committedIndex, 0, Long.MAX_VALUE);
    }

    /** The age of data that are started on for the first time. */
    public static final DataAge NEW = new DataAge(1, 0, 0, 0, 0);

    /** The same data, when the process knows of more entries that are committed. */
    public DataAge withCommitted(long epoch, long index) {
        return new DataAge(starts, lastEpoch, lastIndex, epoch, index);
    }
}
