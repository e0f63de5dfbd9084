package justhungry.api.replication;

import java.io.Serializable;
import java.util.List;
import justhungry.api.cluster.Member;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;
import justhungry.api.codec.WireFormat;

/**
 * A chunk of the state of a back end as it was at one index. Chunks are sent in order, 0, 1, 2, …, the last one marked.
 *
 * @param index the last entry that the snapshot contains
 * @param indexEpoch that entry's epoch
 * @param indexChecksum that entry's checksum, with which the next entry is chained
 * @param rows the encoded rows of the state's tables
 * @param checksum CRC32C over the rows of this chunk and of all chunks before it
 * @param format the sender's {@link WireFormat#VERSION}: the rows are not looked at, so a receiver of an older version
 *     refuses them before it gives up what it has
 */
@Tag(3)
public record SnapshotChunk(
        @Tag(1) Member from,
        @Tag(2) long epoch,
        @Tag(3) long index,
        @Tag(4) long indexEpoch,
        @Tag(value = 5, fixed = true) int indexChecksum,
        @Tag(6) int number,
        @Tag(7) List<byte[]> rows,
        @Tag(value = 8, fixed = true) int checksum,
        @Tag(9) boolean last,
        @Tag(10) int format)
        implements Serializable {
    public SnapshotChunk {
        Preconditions.present("a chunk's sender", from);
        Preconditions.range("an epoch", epoch, 1, Long.MAX_VALUE);
        Preconditions.range("a snapshot's index", index, 1, Long.MAX_VALUE);
        Preconditions.range("a snapshot's entry's epoch", indexEpoch, 1, epoch);
        Preconditions.range("a chunk's number", number, 0, Integer.MAX_VALUE);
        Preconditions.range("a snapshot's format", format, 1, Integer.MAX_VALUE);
        rows = Preconditions.list("a chunk of a snapshot", byte[].class, rows, Limits.ROWS_PER_CHUNK);
    }

    /** A chunk of a state of this version. */
    public SnapshotChunk(
            Member from,
            long epoch,
            long index,
            long indexEpoch,
            int indexChecksum,
            int number,
            List<byte[]> rows,
            int checksum,
            boolean last) {
        this(from, epoch, index, indexEpoch, indexChecksum, number, rows, checksum, last, WireFormat.VERSION);
    }

    private Object writeReplace() {
        return new ReplicationMessage(this);
    }

    @Override
    public String toString() {
        return "snapshot chunk %d of index %d from %s, epoch %d".formatted(number, index, from, epoch);
    }
}
