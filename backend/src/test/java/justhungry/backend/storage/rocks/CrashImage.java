package justhungry.backend.storage.rocks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** A copy of a data directory as of one moment: what a killed process leaves. */
record CrashImage(Path directory) {
    private static final int MAX_ATTEMPTS = 100;

    /** Copies until nothing has changed meanwhile: RocksDB writes and removes files by itself. */
    static CrashImage of(Path directory, Path copy) throws IOException {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var before = files(directory);
            if (copy(directory, before, copy.resolve(String.valueOf(attempt)))
                    && files(directory).equals(before)) {
                return new CrashImage(copy.resolve(String.valueOf(attempt)));
            }
        }
        throw new AssertionError(directory + " does not come to rest");
    }

    CrashImage copyTo(Path copy) throws IOException {
        return of(directory, copy);
    }

    RocksStore.Opened open() {
        return RocksStore.open(directory, "server1");
    }

    Path identity() {
        return directory.resolve("identity");
    }

    Path database() {
        return directory.resolve("database");
    }

    /** The files of the database that match, by name. */
    List<Path> files(String glob) throws IOException {
        try (var files = Files.newDirectoryStream(database(), glob)) {
            return StreamSupport.stream(files.spliterator(), false).sorted().toList();
        }
    }

    /** The newest write-ahead log. */
    Path lastLog() throws IOException {
        var logs = files("*.log");
        return logs.get(logs.size() - 1);
    }

    /** Every file with its size, in the directory and its folders. */
    private static Map<Path, Long> files(Path directory) throws IOException {
        var sizes = new TreeMap<Path, Long>();
        try (var files = Files.newDirectoryStream(directory)) {
            for (var file : files) {
                if (Files.isDirectory(file)) {
                    files(file)
                            .forEach((name, size) ->
                                    sizes.put(directory.relativize(file).resolve(name), size));
                } else {
                    sizes.put(directory.relativize(file), file.toFile().length());
                }
            }
        }
        return sizes;
    }

    private static boolean copy(Path directory, Map<Path, Long> files, Path copy) throws IOException {
        for (var file : files.keySet()) {
            try {
                Files.createDirectories(copy.resolve(file).getParent());
                Files.copy(directory.resolve(file), copy.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            } catch (NoSuchFileException e) {
                return false;
            }
        }
        return true;
    }
}
