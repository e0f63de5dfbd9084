package justhungry.backend.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.rocksdb.NativeLibraryLoader;

/**
 * RocksDB's native code. Left to itself, RocksDB unpacks it into the temporary directory under a new name with each
 * start, 17 MB that a process which is killed never deletes. In the data directory it has one name, and takes its own
 * place at the next start.
 */
final class NativeLibrary {
    private NativeLibrary() {}

    /** Loads it, unpacked into this directory; only the first call of a process does something. */
    static void loadFrom(Path directory) {
        try {
            NativeLibraryLoader.getInstance().loadLibrary(directory.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack RocksDB's library into %s: %s".formatted(directory, e), e);
        } catch (UnsatisfiedLinkError e) {
            throw new WrongStoreException(
                    "RocksDB's library cannot be run from %s (%s): name a directory from which programs may run with --data"
                            .formatted(directory, e.getMessage()));
        }
    }
}
