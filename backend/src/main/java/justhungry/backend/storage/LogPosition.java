package justhungry.backend.storage;

import java.nio.ByteBuffer;
import justhungry.backend.replication.Entry;

/** The position of an entry in the log, with its epoch and checksum: together they identify the entry. */
public record LogPosition(long index, long epoch, int checksum) {
    /** The position before the first entry. */
    public static final LogPosition START = new LogPosition(0, 0, 0);

    private static final int BYTES = 2 * Long.BYTES + Integer.BYTES;

    public static LogPosition of(Entry entry) {
        return new LogPosition(entry.index(), entry.epoch(), entry.checksum());
    }

    /** Reads what {@link #encode} wrote. */
    public static LogPosition decode(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new LogPosition(buffer.getLong(), buffer.getLong(), buffer.getInt());
    }

    public byte[] encode() {
        return ByteBuffer.allocate(BYTES)
                .putLong(index)
                .putLong(epoch)
                .putInt(checksum)
                .array();
    }

    @Override
    public String toString() {
        return "entry %d of epoch %d".formatted(index, epoch);
    }
}
