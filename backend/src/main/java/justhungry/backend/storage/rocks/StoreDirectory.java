package justhungry.backend.storage.rocks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import justhungry.backend.storage.StoreInUseException;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.DataDirectory;
import justhungry.platform.process.DurableFile;
import justhungry.platform.process.FailureReason;

/** A locked data directory: the database, the identity file, and the damaged ones that were set aside. */
final class StoreDirectory implements AutoCloseable {
    private static final int MAX_KEPT_DAMAGED = 3;
    private static final String DATABASE = "database";
    private static final String IDENTITY = "identity";
    private static final String DAMAGED = ".damaged-";
    private static final Pattern DAMAGED_DATABASE = Pattern.compile(DATABASE + "\\.damaged-(\\d{1,9})");

    private final DataDirectory directory;
    private final Path path;

    private StoreDirectory(DataDirectory directory) {
        this.directory = directory;
        this.path = directory.path();
    }

    /**
     * Creates the directory if necessary, and locks it until it is closed or the process ends, however it ends.
     *
     * @throws StoreInUseException when another process, or another store of this one, uses it, or it cannot be used
     */
    static StoreDirectory lock(Path path) {
        try {
            return new StoreDirectory(DataDirectory.open(path));
        } catch (CannotStartException e) {
            throw new StoreInUseException(e.getMessage());
        }
    }

    /** Loads RocksDB. Call it before the first use of the database, but only when the directory is known to be ours. */
    void loadNativeLibrary() {
        NativeLibrary.loadFrom(path);
    }

    Path database() {
        return path.resolve(DATABASE);
    }

    Path identity() {
        return path.resolve(IDENTITY);
    }

    boolean hasDatabase() {
        return Files.exists(database());
    }

    /**
     * Moves database and identity aside for inspection, and deletes the oldest of those set aside before, but for a
     * few.
     *
     * @return the new path of the database; empty when there was none
     */
    Optional<Path> setAside() {
        try {
            var earlier = damagedNumbers();
            var suffix = DAMAGED + (earlier.isEmpty() ? 1 : earlier.get(earlier.size() - 1) + 1);
            var moved = move(DATABASE, suffix);
            move(IDENTITY, suffix);
            for (int number : earlier.subList(0, Math.max(0, earlier.size() + 1 - MAX_KEPT_DAMAGED))) {
                delete(path.resolve(DATABASE + DAMAGED + number));
                delete(path.resolve(IDENTITY + DAMAGED + number));
            }
            DurableFile.syncDirectory(path);
            return moved;
        } catch (IOException e) {
            throw cannotClear(e);
        }
    }

    /** Deletes the database and the identity. The identity goes first: a database without one is never used. */
    void empty() {
        try {
            delete(identity());
            DurableFile.syncDirectory(path);
            delete(database());
            DurableFile.syncDirectory(path);
        } catch (IOException e) {
            throw cannotClear(e);
        }
    }

    /** Deletes the database, but not the identity: a blank one, with no database or a part of one, has lost nothing. */
    void deleteDatabase() {
        try {
            delete(database());
            DurableFile.syncDirectory(path);
        } catch (IOException e) {
            throw cannotClear(e);
        }
    }

    @Override
    public void close() {
        try {
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unlock %s: %s".formatted(path, FailureReason.of(e)), e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private Optional<Path> move(String name, String suffix) throws IOException {
        var from = path.resolve(name);
        return Files.exists(from) ? Optional.of(Files.move(from, path.resolve(name + suffix))) : Optional.empty();
    }

    private List<Integer> damagedNumbers() throws IOException {
        try (var names = Files.list(path)) {
            return names.map(file -> DAMAGED_DATABASE.matcher(file.getFileName().toString()))
                    .filter(name -> name.matches())
                    .map(name -> Integer.valueOf(name.group(1)))
                    .sorted()
                    .toList();
        }
    }

    private UncheckedIOException cannotClear(IOException e) {
        return new UncheckedIOException(
                "cannot clear the data directory %s: %s".formatted(path, FailureReason.of(e)), e);
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
