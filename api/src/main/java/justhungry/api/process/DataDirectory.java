package justhungry.api.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * A directory that one process, and no other, uses while this is open: it is locked until it is closed, or the process
 * ends. Keep it in a field: the collector would close it.
 */
public final class DataDirectory implements AutoCloseable {
    /** The file that is locked. It is empty, and stays when the lock goes. */
    public static final String LOCK_FILE = "lock";

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Where a process keeps its data when nobody says where, by the XDG base directory specification.
     *
     * @param role {@code nameserver}, or a back end's name
     * @param environment the process's environment variables
     */
    public static Path defaultFor(String role, Map<String, String> environment) {
        return XdgDirectories.data(environment).resolve(role);
    }

    /**
     * Makes the directory when it is missing, and locks it.
     *
     * @throws CannotStartException when another process uses it, or it cannot be made or written
     */
    public static DataDirectory open(Path path) throws CannotStartException {
        try {
            Files.createDirectories(path);
            return new DataDirectory(path, lock(path));
        } catch (IOException e) {
            throw new CannotStartException(
                    ExitCode.UNAVAILABLE,
                    "the data directory %s cannot be used (%s): mend that, or choose another with --data DIR"
                            .formatted(path, e));
        }
    }

    private static FileChannel lock(Path path) throws IOException, CannotStartException {
        var file = FileChannel.open(path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() != null) {
                return file;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: in use all the same.
        }
        file.close();
        throw new CannotStartException(
                ExitCode.UNAVAILABLE,
                "the data directory %s is in use by another process: stop that one, or choose another directory with --data DIR"
                        .formatted(path));
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
