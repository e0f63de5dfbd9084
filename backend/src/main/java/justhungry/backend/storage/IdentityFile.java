package justhungry.backend.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * The identity of an open store, and its file. The file never says more than the database has: what grows is written
 * after the database, what shrinks before it.
 */
final class IdentityFile {
    /**
     * Entries after which the file is brought up to date. Not after each: that would be three more synced writes for
     * every batch of orders, and the file is a second line of defence. It recognises a database that is gone or much
     * older than it was; a log that lost less is recognised by what the other back ends know.
     */
    private static final long ENTRIES_BETWEEN_WRITES = 1_024;

    private final DurableFile file;
    private Identity identity;

    private IdentityFile(DurableFile file, Identity identity) {
        this.file = file;
        this.identity = identity;
    }

    /** Writes the file of a new store. */
    static IdentityFile create(Path path, Identity identity) {
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
            return Optional.of(new IdentityFile(new DurableFile(path), Identity.decode(Files.readAllBytes(path))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s: %s".formatted(path, e), e);
        }
    }

    Identity identity() {
        return identity;
    }

    void joined(UUID cluster) {
        save(identity.withCluster(cluster));
    }

    void saw(long epoch, Position last) {
        save(identity.withEpoch(epoch).withLast(last));
    }

    /** The log's end is durable: the file follows when it is far behind. */
    void advanced(Position last) {
        if (last.index() - identity.last().index() >= ENTRIES_BETWEEN_WRITES) {
            save(identity.withLast(last));
        }
    }

    /** The log's end is durable, and the file is to say so now. */
    void reached(Position last) {
        if (!last.equals(identity.last())) {
            save(identity.withLast(last));
        }
    }

    /** The log is about to be cut after an entry: the file must not promise more. */
    void retreat(Position last) {
        if (identity.last().index() > last.index()) {
            save(identity.withLast(last));
        }
    }

    private void save(Identity next) {
        try {
            file.replace(next.encode());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write %s: %s. Mend the disk or make room on it, then start this back end again"
                            .formatted(file.path(), e),
                    e);
        }
        identity = next;
    }
}
