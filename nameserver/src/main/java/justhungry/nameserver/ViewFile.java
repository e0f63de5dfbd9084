package justhungry.nameserver;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import justhungry.api.cluster.View;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.DataDirectory;
import justhungry.platform.process.DurableFile;
import justhungry.platform.process.ExitCode;

/**
 * The view register's file. Each record replaces the last one whole, and is on disk when {@link #write} returns. Its
 * owner calls it from one thread at a time.
 */
final class ViewFile {
    /** The file itself. */
    static final String NAME = "view";

    /** The next record, before it is renamed. One that is found at the start was never published. */
    static final String NEXT = NAME + DurableFile.NEXT_SUFFIX;

    /** The mark that there was a record once: a cluster whose view is lost must not begin again at epoch 0. */
    static final String BORN = "born";

    private final Path directory;

    ViewFile(Path directory) {
        this.directory = directory;
    }

    /**
     * Reads the record; an empty directory becomes a new cluster's.
     *
     * @throws CannotStartException when the record is damaged or has been lost
     */
    ViewRecord open() throws CannotStartException, IOException {
        if (Files.notExists(directory.resolve(NAME))) {
            requireEmpty();
            write(new ViewRecord(UUID.randomUUID(), View.NONE, List.of()));
        }
        var record = read();
        // After the first record, so that a crash between the two needs no repair; and before the record is published.
        new DurableFile(directory.resolve(BORN)).replace("");
        return record;
    }

    void write(ViewRecord record) throws IOException {
        new DurableFile(directory.resolve(NAME)).replace(record.encoded());
    }

    private void requireEmpty() throws CannotStartException, IOException {
        if (Files.exists(directory.resolve(BORN))) {
            throw unusable("is missing, although a cluster was stored here");
        }
        try (var files = Files.list(directory)) {
            var ours = Set.of(NEXT, DataDirectory.LOCK_FILE);
            var foreign = files.map(file -> file.getFileName().toString())
                    .filter(name -> !ours.contains(name))
                    .findFirst();
            if (foreign.isPresent()) {
                throw new CannotStartException(
                        ExitCode.UNAVAILABLE,
                        "the data directory %s has no view register, but contains %s: choose an empty directory for a new cluster with --data DIR"
                                .formatted(directory, foreign.get()));
            }
        }
    }

    private ViewRecord read() throws CannotStartException, IOException {
        try {
            return ViewRecord.decoded(Files.readString(directory.resolve(NAME)));
        } catch (CharacterCodingException e) {
            throw unusable("is damaged: it is not text");
        } catch (IllegalArgumentException e) {
            throw unusable("is damaged: " + e.getMessage());
        }
    }

    /** Never a fresh start: a view that was handed out once must not be handed out again. */
    private CannotStartException unusable(String how) {
        return new CannotStartException(
                ExitCode.UNAVAILABLE,
                "%s %s. Restore a copy made after the last change of view. If there is none, start with an empty --data DIR and run: just-hungry rebuild-register (keeps the orders). For a new cluster without the orders, empty the back ends' directories, too"
                        .formatted(directory.resolve(NAME), how));
    }
}
