package justhungry.backend.storage.rocks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import justhungry.backend.storage.LogPosition;
import justhungry.backend.storage.StoreDamagedException;
import justhungry.platform.process.DurableFile;
import justhungry.platform.process.FailureReason;

/**
 * The identity of an open store, and its file. The file never claims more than the database has: it is written after
 * the database when the log grows, and before it when the log shrinks.
 */
final class IdentityFile {
    /**
     * The number of entries after which the file is updated. Not after each: that would be three more synced writes for
     * every batch of orders, and the file is a second line of defence. It detects a database that is gone or much older
     * than it was; a log that lost less is detected by comparison with the other back ends.
     */
    private static final long WRITE_INTERVAL_ENTRIES = 1_024;

    private final DurableFile file;
    private StoreIdentity identity;

    private IdentityFile(DurableFile file, StoreIdentity identity) {
        this.file = file;
        this.identity = identity;
    }

    /** Writes the file of a new store. */
    static IdentityFile create(Path path, StoreIdentity identity) {
        var file = new IdentityFile(new DurableFile(path), identity);
        file.save(identity);
        return file;
    }

    /**
     * Reads the file, if there is one.
     *
     * @throws StoreDamagedException when it is not as it was written
     */
    static Optional<IdentityFile> read(Path path) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IdentityFile(new DurableFile(path), StoreIdentity.decode(Files.readAllBytes(path))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s: %s".formatted(path, FailureReason.of(e)), e);
        }
    }

    StoreIdentity identity() {
        return identity;
    }

    /**
     * Counts the start, and names this program's format, before anything else of the store changes: an older program must
     * not take what this one writes for damage.
     */
    void claim() {
        save(identity.startedAgain());
    }

    /** Makes the store another member's: one write, so that a crash leaves the one or the other. */
    void renew(UUID incarnation) {
        save(identity.renewed(incarnation));
    }

    /** Updates the file to the database as it was opened. */
    void opened(ManifestSize manifest) {
        save(identity.withManifest(manifest));
    }

    /** Updates the file to the cluster that the database has; a crash may have come between the two. */
    void joined(UUID cluster) {
        if (!cluster.equals(identity.cluster())) {
            save(identity.withCluster(cluster));
        }
    }

    void saw(long epoch, LogPosition last) {
        save(identity.withEpoch(epoch).withLast(last));
    }

    /** Updates the file if it is far behind the end of the log, which is durable. */
    void advanced(LogPosition last) {
        if (last.index() - identity.last().index() >= WRITE_INTERVAL_ENTRIES) {
            save(identity.withLast(last));
        }
    }

    /** Updates the file to the end of the log, which is durable. */
    void reached(LogPosition last) {
        if (!last.equals(identity.last())) {
            save(identity.withLast(last));
        }
    }

    /** Lowers the file's claim before the log is truncated after an entry. */
    void retreat(LogPosition last) {
        if (identity.last().index() > last.index()) {
            save(identity.withLast(last));
        }
    }

    private void save(StoreIdentity next) {
        try {
            file.replace(next.encode());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write %s: %s. Fix the disk or free up space on it, then start this back end again"
                            .formatted(file.path(), FailureReason.of(e)),
                    e);
        }
        identity = next;
    }
}
