package justhungry.backend.storage.rocks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The damage of one byte in one file of a data directory.
 *
 * @param file within the directory
 * @param flips the bits that change, at least one
 */
record ByteDamage(Path file, int at, int flips) {
    /**
     * Damaged bytes all over every file except RocksDB's human-readable log, by file.
     *
     * @param maxDamages for all files together; each has an equal share, spread evenly from a random place
     */
    static List<ByteDamage> all(CrashImage image, int maxDamages, Random random) throws IOException {
        var files = Stream.concat(Stream.of(image.identity()), image.files("{*.log,*.sst,[!L]*}").stream())
                .toList();
        var all = new ArrayList<ByteDamage>();
        for (var file : files) {
            int bytes = Math.toIntExact(Files.size(file));
            int stride = Math.max(1, bytes / Math.max(1, maxDamages / files.size()));
            for (int at = random.nextInt(stride); at < bytes; at += stride) {
                all.add(new ByteDamage(image.directory().relativize(file), at, 1 + random.nextInt(255)));
            }
        }
        return all;
    }

    /** Changes that byte of the file. */
    void change(CrashImage copy) throws IOException {
        var path = copy.directory().resolve(file);
        var bytes = Files.readAllBytes(path);
        bytes[at] ^= (byte) flips;
        Files.write(path, bytes);
    }

    /** Truncates the file before that byte. */
    void cut(CrashImage copy) throws IOException {
        var path = copy.directory().resolve(file);
        Files.write(path, Arrays.copyOf(Files.readAllBytes(path), at));
    }
}
