package justhungry.backend.storage.rocks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The key of a single value that a database keeps beside log and tables. The names are part of the storage format. */
public enum MetaKey {
    NAME,
    INCARNATION,
    CLUSTER,
    /** The highest epoch seen. */
    EPOCH,
    /** The position of the last entry that was compacted. */
    BASE,
    /** The index of the last entry that the tables contain. */
    APPLIED,
    /** The position of the snapshot that is being installed; absent when none is. */
    INSTALLING;

    byte[] bytes() {
        return name().getBytes(StandardCharsets.US_ASCII);
    }

    /** A number, big endian, so that keys are ordered as their numbers are. */
    public static byte[] encode(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    static long decodeLong(byte[] value) {
        return ByteBuffer.wrap(value).getLong();
    }

    static byte[] encode(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] encode(UUID id) {
        return encode(id.toString());
    }

    static String decodeText(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
