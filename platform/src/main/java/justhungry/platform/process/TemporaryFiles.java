package justhungry.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** New files and directories in the temporary directory of this machine, for their owner only. */
public final class TemporaryFiles {
    private TemporaryFiles() {}

    /**
     * A new, empty file.
     *
     * @throws IOException when there is no temporary directory; the message says what to do
     */
    public static Path file(String prefix, String suffix) throws IOException {
        try {
            return Files.createTempFile(prefix, suffix);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /**
     * A new, empty directory.
     *
     * @throws IOException when there is no temporary directory; the message says what to do
     */
    public static Path directory(String prefix) throws IOException {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static IOException unusable(IOException e) {
        var directory = System.getProperty("java.io.tmpdir", "");
        var why = Files.isDirectory(Path.of(directory))
                ? "cannot be written (%s): free up space on it or fix its permissions".formatted(FailureReason.of(e))
                : "is missing: create it";
        return new IOException(
                "the temporary directory %s %s, or name another with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR"
                        .formatted(directory, why),
                e);
    }
}
