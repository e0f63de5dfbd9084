package justhungry.backend.storage.rocks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import justhungry.backend.storage.StoreDamagedException;
import justhungry.platform.process.FailureReason;

/**
 * The manifest of a database that was opened, and its size then. RocksDB takes a shorter one for an earlier moment, and
 * silently begins without the files, or the tables, that the missing end named.
 */
record ManifestSize(String file, long bytes) {
    /** Before there is a database. */
    static final ManifestSize NONE = new ManifestSize("none", 0);

    private static final String CURRENT = "CURRENT";

    static ManifestSize of(Path database) {
        try {
            var file = Files.readString(database.resolve(CURRENT), StandardCharsets.ISO_8859_1)
                    .strip();
            return new ManifestSize(file, Files.size(database.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot read the manifest in %s: %s".formatted(database, FailureReason.of(e)), e);
        }
    }

    /**
     * Checks that a database still has all of this manifest, unless it has begun another one since.
     *
     * @throws StoreDamagedException when it is shorter
     */
    void check(Path database) {
        var manifest = database.resolve(file);
        try {
            if (Files.exists(manifest) && Files.size(manifest) < bytes) {
                throw new StoreDamagedException(
                        "%s has %d bytes, it had %d".formatted(file, Files.size(manifest), bytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s: %s".formatted(manifest, FailureReason.of(e)), e);
        }
    }
}
