package justhungry.backend.storage;

import java.nio.ByteBuffer;
import justhungry.backend.replication.Entry;

/** The position of an entry in the log, with its epoch and checksum: together they identify the entry. */
public record Position(long index, long epoch, int checksum) {
    /** The position before the first entry. */
    public static final Position START = new Position(0, 0, 0);

    private static final int BYTES = 2 * Long.BYTES + Integer.BYTES;

    public static Position of(Entry entry) {
        return new Position(entry.index(), entry.epoch(), entry.checksum());
    }

    /** Reads what {@link #encode} wrote. */
    public static Position decode(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new Position(buffer.getLong(), buffer.getLong(), buffer.getInt());
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
