package justhungry.backend.storage.rocks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import justhungry.backend.storage.WrongStoreException;
import justhungry.platform.process.FailureReason;
import org.rocksdb.NativeLibraryLoader;

/**
 * RocksDB's native code. By default, RocksDB unpacks it into the temporary directory, under a new name at each start:
 * 17 MB that a killed process never deletes. In the data directory it has one name, and is replaced at the next start.
 */
final class NativeLibrary {
    private NativeLibrary() {}

    /** Loads it, unpacked into this directory; only the first call in a process has an effect. */
    static void loadFrom(Path directory) {
        try {
            NativeLibraryLoader.getInstance().loadLibrary(directory.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot unpack RocksDB's library into %s: %s".formatted(directory, FailureReason.of(e)), e);
        } catch (UnsatisfiedLinkError e) {
            throw new WrongStoreException(
                    "RocksDB's library cannot be loaded from %s (%s): with --data, choose a directory that allows programs to run from it"
                            .formatted(directory, e.getMessage()));
        }
    }
}
