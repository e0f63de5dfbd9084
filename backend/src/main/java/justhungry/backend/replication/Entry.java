package justhungry.backend.replication;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import justhungry.api.codec.Limits;

/**
 * One record of the log, encoded once: every log keeps, and every replica is sent, the same bytes.
 *
 * <p>Layout, big endian: checksum (4 bytes, CRC32C of all that follows), checksum of the previous entry (4), index (8),
 * epoch (8), payload. The previous checksum chains the entries, so that a removed or replaced one is noticed.
 */
public final class Entry {
    private static final int HEADER_BYTES = 24;

    private final byte[] bytes;

    private Entry(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Creates an entry.
     *
     * @param previousChecksum of the entry before; 0 for the first
     */
    public static Entry of(long index, long epoch, int previousChecksum, byte[] payload) {
        var bytes = new byte[HEADER_BYTES + payload.length];
        ByteBuffer.wrap(bytes)
                .putInt(0)
                .putInt(previousChecksum)
                .putLong(index)
                .putLong(epoch)
                .put(payload);
        ByteBuffer.wrap(bytes).putInt(0, checksumOf(bytes));
        return new Entry(bytes);
    }

    /**
     * Reads an entry.
     *
     * @throws IllegalArgumentException when the bytes are not an entry: too short, too long, or damaged
     */
    public static Entry decode(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes.length > Limits.ENTRY_BYTES) {
            throw new IllegalArgumentException("a log entry cannot have %d bytes".formatted(bytes.length));
        }
        var entry = new Entry(bytes);
        if (entry.checksum() != checksumOf(bytes)) {
            throw new IllegalArgumentException(
                    "a log entry that claims to be %d has a wrong checksum".formatted(entry.index()));
        }
        return entry;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int checksum() {
        return ByteBuffer.wrap(bytes).getInt(0);
    }

    public int previousChecksum() {
        return ByteBuffer.wrap(bytes).getInt(4);
    }

    public long index() {
        return ByteBuffer.wrap(bytes).getLong(8);
    }

    public long epoch() {
        return ByteBuffer.wrap(bytes).getLong(16);
    }

    public byte[] payload() {
        return Arrays.copyOfRange(bytes, HEADER_BYTES, bytes.length);
    }

    private static int checksumOf(byte[] bytes) {
        var checksum = new CRC32C();
        checksum.update(bytes, Integer.BYTES, bytes.length - Integer.BYTES);
        return (int) checksum.getValue();
    }

    @Override
    public String toString() {
        return "entry %d of epoch %d, %d bytes".formatted(index(), epoch(), bytes.length);
    }
}
