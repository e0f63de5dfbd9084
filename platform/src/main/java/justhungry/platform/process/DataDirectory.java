package justhungry.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A directory that only one process uses while this is open: it is locked until it is closed, or the process ends. Keep
 * it in a field: the garbage collector would close it.
 */
public final class DataDirectory implements AutoCloseable {
    /** The file that is locked. It names the process, and stays when the lock goes. */
    public static final String LOCK_FILE = "lock";

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * The default data directory of a process, by the XDG base directory specification.
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
            make(path);
            return new DataDirectory(path, lock(path));
        } catch (IOException e) {
            throw new CannotStartException(
                    ExitCode.UNAVAILABLE,
                    "cannot use the data directory %s (%s): fix that, or choose another with --data DIR"
                            .formatted(path, FailureReason.of(e)));
        }
    }

    /** Only its owner can read it: it holds people's orders and addresses. */
    private static void make(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        makeDurably(path.toAbsolutePath());
        if (Files.getFileStore(path).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Makes a directory, and those above it that are missing: the name of each is durable before the next is made in it. */
    private static void makeDurably(Path directory) throws IOException {
        var parent = directory.getParent();
        if (parent == null || Files.isDirectory(directory)) {
            return;
        }
        makeDurably(parent);
        Files.createDirectories(directory); // Another process may have made it meanwhile.
        DurableFile.syncDirectory(parent); // A directory whose name is lost is lost with all that it holds.
    }

    /** Locks the directory by a file in it, which names the process that holds the lock. */
    private static FileChannel lock(Path path) throws IOException, CannotStartException {
        var file = path.resolve(LOCK_FILE);
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            var owner = Files.readString(file).strip();
            channel.close();
            throw new CannotStartException(
                    ExitCode.UNAVAILABLE,
                    "the data directory %s is in use by process %s: stop that process, or choose another directory with --data DIR"
                            .formatted(path, owner));
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // This very process holds it.
        }
    }

    /** The pids of the processes that have data directories open, by directory, of those directly below a folder. */
    public static Map<Path, String> owners(Path folder) {
        var owners = new TreeMap<Path, String>();
        if (!Files.isDirectory(folder)) {
            return owners;
        }
        try (var each = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (var directory : each) {
                owner(directory).ifPresent(pid -> owners.put(directory, pid));
            }
            return owners;
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(folder), e);
        }
    }

    private static Optional<String> owner(Path path) throws IOException {
        var file = path.resolve(LOCK_FILE);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return isLocked(channel)
                    ? Optional.empty()
                    : Optional.of(Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
