package justhungry.cluster.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files that a process writes.
 *
 * @param stdout overwritten at each start
 * @param log appended to
 */
public record LogFiles(Path stdout, Path log) {
    private static final int TAIL_LINES = 12;
    private static final int TAIL_BYTES = 8_192;

    /** The directory for the logs of a cluster whose data is in {@code cluster}. */
    public static Path directoryIn(Path cluster) {
        return cluster.resolve("logs");
    }

    static LogFiles of(Path directory, String name) {
        return new LogFiles(directory.resolve(name + ".out"), directory.resolve(name + ".log"));
    }

    /**
     * The ready line of a server, once it is complete. Other lines of stdout are of its JVM, by {@code -Xlog} for example.
     */
    Optional<String> readyLine(String name) {
        var text = endOf(stdout, 0);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(name + " ready"))
                .findFirst();
    }

    /** The bytes of the log so far; 0 when there is none. */
    long logSize() {
        try {
            return Files.size(log);
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * The last lines of the log, which show why a process failed.
     *
     * @param start the size of the log when the process was started: what stands before is of earlier ones
     */
    List<String> lastLines(long start) {
        var lines = endOf(log, start).lines().toList();
        return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
    }

    private static String endOf(Path file, long start) {
        try (var channel = Files.newByteChannel(file)) {
            channel.position(Math.max(start, channel.size() - TAIL_BYTES));
            var bytes = java.nio.ByteBuffer.allocate(TAIL_BYTES);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // There is nothing to show.
        }
    }
}
