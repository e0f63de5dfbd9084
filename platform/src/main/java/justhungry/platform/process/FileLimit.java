package justhungry.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The limit of the files and connections that a process may have open ({@code ulimit -n}). */
public final class FileLimit {
    /** The least for a server: its jars and database, and the connections of a small cluster with some clients. */
    static final long MIN_FILES = 512;

    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final Pattern LINE = Pattern.compile("Max open files +([0-9]+) .*");

    private FileLimit() {}

    /**
     * Checks that this process may have enough files open. Java has raised the limit as far as it may by now. Where the
     * system does not tell, nothing is checked.
     *
     * @throws CannotStartException when it may not
     */
    public static void requireEnough() throws CannotStartException {
        try {
            require(Files.exists(LIMITS) ? Files.readAllLines(LIMITS) : List.of());
        } catch (IOException e) {
            // The system does not tell.
        }
    }

    static void require(List<String> limits) throws CannotStartException {
        var files = openFiles(limits);
        if (files.isPresent() && files.getAsLong() < MIN_FILES) {
            throw new CannotStartException(
                    ExitCode.UNAVAILABLE,
                    "this process may have only %d files and connections open, and needs %d: raise the limit, for example with: ulimit -n 4096"
                            .formatted(files.getAsLong(), MIN_FILES));
        }
    }

    private static OptionalLong openFiles(List<String> limits) {
        return limits.stream()
                .map(LINE::matcher)
                .filter(line -> line.matches())
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .findFirst();
    }
}
