package justhungry.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import justhungry.cluster.process.DirectoryTree;
import justhungry.platform.process.TemporaryFiles;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a demonstration, in the temporary directory. It has contact details in it, so nothing of it is left: its
 * process deletes it, and after a kill -9 the next demonstration does. A lock tells whether its process still lives.
 */
final class DemoDirectory {
    private static final String PREFIX = "just-hungry-demo-";
    private static final String LOCK = "lock";

    private final Path path;

    @SuppressWarnings("unused") // held until the process ends
    private final FileLock lock;

    private DemoDirectory(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** A new, empty directory. */
    static DemoDirectory create() throws IOException {
        while (true) {
            var path = TemporaryFiles.directory(PREFIX);
            var lock = tryLock(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (lock != null) { // Else another demonstration, which starts now, has just taken it for a left-over one.
                return new DemoDirectory(path, lock);
            }
        }
    }

    Path path() {
        return path;
    }

    /** Deletes it with everything in it; the lock last, so that a part that is left is found again. */
    void delete() {
        delete(path);
    }

    /**
     * Deletes those whose process was killed.
     *
     * @return the deleted ones
     */
    List<Path> deleteAbandoned() throws IOException {
        var deleted = new ArrayList<Path>();
        try (var others = Files.newDirectoryStream(path.resolveSibling(""), PREFIX + "*")) {
            for (var other : others) {
                if (!other.equals(path) && isOurs(other) && deleteIfAbandoned(other)) {
                    deleted.add(other);
                }
            }
        }
        return deleted;
    }

    /** The temporary directory is everybody's. */
    private boolean isOurs(Path other) {
        try {
            return Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
                    && Files.isRegularFile(other.resolve(LOCK), LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(path));
        } catch (IOException e) {
            return false; // It has been deleted in the meantime.
        }
    }

    private static boolean deleteIfAbandoned(Path other) {
        try (var held = tryLock(other.resolve(LOCK), StandardOpenOption.WRITE)) {
            if (held == null) {
                return false;
            }
            delete(other);
            return true;
        } catch (IOException | UncheckedIOException e) {
            return false; // Another demonstration deletes it, or its last processes are just ending.
        }
    }

    /** The lock; null when another process holds it. */
    private static @Nullable FileLock tryLock(Path file, StandardOpenOption... options) throws IOException {
        var channel = FileChannel.open(file, options);
        try {
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            channel.close();
            return null;
        }
    }

    private static void delete(Path directory) {
        try (var contents = Files.newDirectoryStream(directory, entry -> !entry.endsWith(LOCK))) {
            contents.forEach(DirectoryTree::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be deleted".formatted(directory), e);
        }
        DirectoryTree.delete(directory);
    }
}
