package justhungry.backend.storage.rocks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import justhungry.backend.storage.StoreDamagedException;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** The translation of RocksDB's errors: damage, or a disk that does not work at present. */
final class RocksErrors {
    private RocksErrors() {}

    /**
     * Translates a failure.
     *
     * @param done the action that failed: read, written or opened
     * @return a {@link StoreDamagedException} for damage, else an exception for a problem that a person can fix
     */
    static UncheckedIOException of(String done, Path database, RocksDBException failure) {
        var reason = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
        var cause = new IOException(reason, failure);
        if (isDamage(failure)) {
            return new StoreDamagedException("%s cannot be %s: %s".formatted(database, done, reason), cause);
        }
        return new UncheckedIOException(
                "%s cannot be %s: %s. Fix the disk or free up space on it, then start this back end again"
                        .formatted(database, done, reason),
                cause);
    }

    /**
     * Whether the data is damaged. A failing, full or forbidden disk is an I/O error; so is a missing file, which is
     * damage.
     */
    private static boolean isDamage(RocksDBException failure) {
        var status = failure.getStatus();
        if (status == null) {
            return false;
        }
        return switch (status.getCode()) {
            case Corruption, InvalidArgument, NotFound, NotSupported -> true;
            case IOError ->
                status.getSubCode() != Status.SubCode.NoSpace
                        && String.valueOf(failure.getMessage()).contains("No such file or directory");
            default -> false;
        };
    }
}
