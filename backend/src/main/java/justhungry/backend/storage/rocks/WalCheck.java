package justhungry.backend.storage.rocks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import justhungry.backend.storage.StoreDamagedException;

/**
 * The check of a write-ahead log or manifest before RocksDB opens it. RocksDB takes some damage for the end of the
 * file: a length that now points behind the end, or a kind of record that only recycled logs have, silently drops all
 * that follows. Here only a torn tail passes: a last record whose end was never written, with no whole record after it.
 *
 * <p>Format (RocksDB wiki, "Write Ahead Log File Format"): blocks of 32 KiB; records of checksum (4 bytes, little
 * endian, masked CRC32C of kind and content), length of the content (2), kind (1), content; the last bytes of a block
 * that no header fits into are unused.
 */
final class WalCheck {
    private static final int BLOCK_BYTES = 32 << 10;
    private static final int HEADER_BYTES = 7;
    private static final int LENGTH_AT = 4;
    private static final int KIND_AT = 6;
    private static final int MASK = 0xa282ead8;

    private final String name;
    private final ByteBuffer bytes;

    private WalCheck(String name, byte[] bytes) {
        this.name = name;
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Checks every such file of a database. They are small: RocksDB's settings bound the logs.
     *
     * @throws StoreDamagedException when one is damaged before its end
     */
    static void checkAll(Path database) throws IOException {
        try (var files = Files.newDirectoryStream(database, "{*.log,MANIFEST-*}")) {
            for (var file : files) {
                check(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
    }

    /** Checks the content of one such file. */
    static void check(String name, byte[] content) {
        new WalCheck(name, content).check();
    }

    private void check() {
        int at = 0;
        while (at < bytes.limit()) {
            if (leftInBlock(at) < HEADER_BYTES) {
                at += leftInBlock(at);
            } else if (isWholeAt(at)) {
                at += HEADER_BYTES + lengthAt(at);
            } else if (isTornAt(at)) {
                return;
            } else {
                throw new StoreDamagedException("%s is damaged at byte %d of %d".formatted(name, at, bytes.limit()));
            }
        }
    }

    private boolean isWholeAt(int at) {
        return leftInFile(at) >= HEADER_BYTES
                && HEADER_BYTES + lengthAt(at) <= Math.min(leftInBlock(at), leftInFile(at))
                && checksumMatches(at, lengthAt(at));
    }

    /** Whether the write ended within the record here, or the file grew and its content was never written. */
    private boolean isTornAt(int at) {
        return isZeroFrom(at) || (isCutAt(at) && !isWholeButForItsLength(at) && nothingWholeAfter(at));
    }

    /** Whether the record extends past the end of the file, but not past the end of its block. */
    private boolean isCutAt(int at) {
        return leftInFile(at) < HEADER_BYTES
                || (HEADER_BYTES + lengthAt(at) > leftInFile(at) && HEADER_BYTES + lengthAt(at) <= leftInBlock(at));
    }

    private boolean isWholeButForItsLength(int at) {
        return leftInFile(at) >= HEADER_BYTES && checksumMatches(at, leftInFile(at) - HEADER_BYTES);
    }

    private boolean nothingWholeAfter(int at) {
        for (int later = at + 1; later < bytes.limit(); later++) {
            if (leftInBlock(later) >= HEADER_BYTES && isWholeAt(later)) {
                return false;
            }
        }
        return true;
    }

    private boolean isZeroFrom(int at) {
        for (int later = at; later < bytes.limit(); later++) {
            if (bytes.get(later) != 0) {
                return false;
            }
        }
        return true;
    }

    private int leftInBlock(int at) {
        return BLOCK_BYTES - at % BLOCK_BYTES;
    }

    private int leftInFile(int at) {
        return bytes.limit() - at;
    }

    private int lengthAt(int at) {
        return Short.toUnsignedInt(bytes.getShort(at + LENGTH_AT));
    }

    private boolean checksumMatches(int at, int length) {
        var crc = new CRC32C();
        crc.update(bytes.array(), at + KIND_AT, 1 + length);
        int checksum = (int) crc.getValue();
        return bytes.getInt(at) == Integer.rotateRight(checksum, 15) + MASK;
    }
}
