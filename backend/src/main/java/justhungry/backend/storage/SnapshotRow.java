package justhungry.backend.storage;

import java.nio.ByteBuffer;
import justhungry.backend.ordering.table.ByteString;
import justhungry.backend.ordering.table.StateTable;
import justhungry.backend.ordering.table.StateTables;

/** A row of a snapshot. Layout, big endian: the table's id (1 byte), length of the key (4), key, value. */
public record SnapshotRow(StateTable table, ByteString key, ByteString value) {
    private static final int HEADER_BYTES = 1 + Integer.BYTES;

    /**
     * Reads a row.
     *
     * @throws IllegalArgumentException when the bytes are not a row
     */
    public static SnapshotRow decode(byte[] bytes) {
        if (bytes.length < HEADER_BYTES) {
            throw new IllegalArgumentException("a snapshot row cannot have %d bytes".formatted(bytes.length));
        }
        var buffer = ByteBuffer.wrap(bytes);
        int id = buffer.get();
        var table = StateTable.withId(id)
                .orElseThrow(() -> new IllegalArgumentException("a snapshot row of unknown table %d".formatted(id)));
        int keyBytes = buffer.getInt();
        if (keyBytes < 0 || keyBytes > buffer.remaining()) {
            throw new IllegalArgumentException(
                    "a snapshot row of %d bytes with a key of %d".formatted(bytes.length, keyBytes));
        }
        var key = new byte[keyBytes];
        buffer.get(key);
        var value = new byte[buffer.remaining()];
        buffer.get(value);
        return new SnapshotRow(table, new ByteString(key), new ByteString(value));
    }

    public byte[] encode() {
        return ByteBuffer.allocate(HEADER_BYTES + key.array().length + value.array().length)
                .put((byte) table.id())
                .putInt(key.array().length)
                .put(key.array())
                .put(value.array())
                .array();
    }

    public StateTables.Write toWrite() {
        return new StateTables.Write(table, key, value);
    }
}
