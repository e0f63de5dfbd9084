package justhungry.cluster.process;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import justhungry.platform.process.DurableFile;
import justhungry.platform.process.FailureReason;

/**
 * The file that describes the cluster in the background, shared by all terminals of one user. Reading needs no lock; a
 * process that changes the file or the cluster takes the {@link #lock} first.
 */
public final class ClusterFile {
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    private final ClusterPaths paths;

    public ClusterFile(ClusterPaths place) {
        this.paths = place;
    }

    /**
     * Waits until no other process changes the cluster.
     *
     * @param onWait is run before the wait, if it is necessary to wait
     */
    public ClusterLock lock(Runnable onWait) {
        try {
            Files.createDirectories(paths.state());
            var channel = FileChannel.open(paths.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                onWait.run();
                lock = channel.lock();
            }
            return new ClusterLock(channel, lock);
        } catch (IOException e) {
            throw new ClusterException("%s cannot be locked (%s): make it writable, or delete it"
                    .formatted(paths.lock(), FailureReason.of(e)));
        }
    }

    /** The description; empty when no cluster was started, or the last one was taken down. */
    public Optional<ClusterState> read() {
        try {
            return Optional.of(parse(Files.readString(paths.stateFile())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(paths.stateFile()), e);
        }
    }

    private ClusterState parse(String json) {
        try {
            return Objects.requireNonNull(GSON.fromJson(json, ClusterState.class));
        } catch (RuntimeException e) { // Gson wraps in one what a record's constructor throws when something is missing
            throw new ClusterException(
                    "%s is damaged, or of another version; end the cluster's processes by hand, then delete this file"
                            .formatted(paths.stateFile()));
        }
    }

    /** Writes the description, and the name server's address for clients; an interrupt does not keep it from that. */
    public void write(LocalCluster cluster) {
        boolean interrupted = Thread.interrupted();
        try {
            interrupted |= replace(paths.stateFile(), GSON.toJson(cluster.state()));
            interrupted |= replace(paths.nameserver(), cluster.nameserver());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Removes what {@link #write} wrote. */
    public void remove() {
        try {
            Files.deleteIfExists(paths.nameserver());
            Files.deleteIfExists(paths.stateFile());
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be deleted".formatted(paths.stateFile()), e);
        }
    }

    /** Replaces a file, and returns whether it was interrupted: an interrupt closes the file, so it is written again. */
    private static boolean replace(Path file, String content) {
        try {
            new DurableFile(file).replace(content + "\n");
            return false;
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            replace(file, content);
            return true;
        } catch (IOException e) {
            throw new ClusterException(
                    "%s cannot be written (%s): fix that, then see what has changed: just-hungry status"
                            .formatted(file, FailureReason.of(e)));
        }
    }

    /** The lock of the one process that changes the cluster; it ends with that process at the latest. */
    public static final class ClusterLock implements AutoCloseable {
        private final FileChannel channel;
        private final FileLock lock;

        private ClusterLock(FileChannel channel, FileLock lock) {
            this.channel = channel;
            this.lock = lock;
        }

        @Override
        public void close() {
            try (channel) {
                lock.release();
            } catch (IOException e) {
                // The system releases it when this process ends.
            }
        }
    }
}
