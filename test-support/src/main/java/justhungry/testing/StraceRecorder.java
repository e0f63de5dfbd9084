package justhungry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The system calls with which a process makes its files and their names outlive a power cut, as strace sees them. */
public final class StraceRecorder {
    private static final Pattern CALL =
            Pattern.compile("\\d+ +(mkdir|rename|fsync).*[<\"](/.*)[>\"].*(= 0|<unfinished ...>)");

    private StraceRecorder() {}

    /**
     * Runs a main class to its end. Skips the test where strace is missing or forbidden.
     *
     * @param folder for the log of strace
     * @return every folder made, every file renamed, and every sync, such as {@code fsync /path}; of a rename, the new name
     */
    public static List<String> callsOf(Path folder, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        return lines(folder, "?mkdir,mkdirat,?rename,renameat,?renameat2,fsync", main, arguments).stream()
                .map(CALL::matcher)
                .filter(Matcher::matches)
                .map(call -> call.group(1) + " " + call.group(2))
                .toList();
    }

    /**
     * As {@link #callsOf}, but counts calls on files that are open.
     *
     * @param calls separated by commas, as {@code fdatasync,write}
     * @param files the names of the files that count, with their directories
     * @return the number of calls by their names; one without calls is missing
     */
    public static Map<String, Long> countsOf(
            Path folder, String calls, Pattern files, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        var call = Pattern.compile("\\d+ +(\\w+)\\(\\d+<" + files + ">.*");
        return lines(folder, calls, main, arguments).stream()
                .map(call::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.groupingBy(found -> found.group(1), Collectors.counting()));
    }

    /** The log of strace, of a main class that ran to its end. */
    private static List<String> lines(Path folder, String calls, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        StraceCommand.assumeWorks();
        var log = folder.resolve("strace.log");
        var command = StraceCommand.watching(calls);
        command.addAll(List.of("-y", "-o", log.toString(), "-e", "signal=none"));
        var flags = List.of("-XX:-UsePerfData"); // Its data would have a folder of its own.
        command.addAll(ChildJvm.command(flags, main, arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readAllLines(log);
    }
}
