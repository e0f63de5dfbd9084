package justhungry.backend.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * One byte of one file of a data directory, and what becomes of it.
 *
 * @param file within the directory
 * @param flips the bits that change, one at least
 */
record Damage(Path file, int at, int flips) {
    /**
     * Bytes all over every file but RocksDB's log for people, by file.
     *
     * @param most damages of all files together; each file has its share of them, spread evenly from a place by chance
     */
    static List<Damage> all(CrashImage image, int most, Random random) throws IOException {
        var files = Stream.concat(Stream.of(image.identity()), image.files("{*.log,*.sst,[!L]*}").stream())
                .toList();
        var all = new ArrayList<Damage>();
        for (var file : files) {
            int bytes = Math.toIntExact(Files.size(file));
            int stride = Math.max(1, bytes / Math.max(1, most / files.size()));
            for (int at = random.nextInt(stride); at < bytes; at += stride) {
                all.add(new Damage(image.directory().relativize(file), at, 1 + random.nextInt(255)));
            }
        }
        return all;
    }

    /** The file with another byte there. */
    void change(CrashImage copy) throws IOException {
        var path = copy.directory().resolve(file);
        var bytes = Files.readAllBytes(path);
        bytes[at] ^= (byte) flips;
        Files.write(path, bytes);
    }

    /** The file without that byte and all that follow it. */
    void cut(CrashImage copy) throws IOException {
        var path = copy.directory().resolve(file);
        Files.write(path, Arrays.copyOf(Files.readAllBytes(path), at));
    }
}
