package justhungry.backend.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** A data directory as it is on the disk at one moment: what a killed process leaves. */
record CrashImage(Path directory) {
    static CrashImage of(Path directory, Path copy) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.toList()) {
                var target = copy.resolve(directory.relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, target);
                }
            }
        }
        return new CrashImage(copy);
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

    /** The files of the database with this beginning or ending, by name. */
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
}
