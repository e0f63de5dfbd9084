package justhungry.api.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trap D2: what a process asks of the kernel, as strace sees it. Skipped where strace is missing or forbidden. */
class DataDirectoryDurabilityTest {
    private static final Pattern CALL = Pattern.compile("\\d+ +(mkdir|fsync).*[<\"](/.*)[>\"].*(= 0|<unfinished ...>)");

    @TempDir
    private Path folder;

    @Test
    void whenFoldersAreMadeInOneAnother_thenTheNameOfEachIsSyncedBeforeTheNextIsMadeInIt()
            throws IOException, InterruptedException {
        var outer = folder.resolve("data");
        var middle = outer.resolve("just-hungry");
        var inner = middle.resolve("server1");

        assertThat(callsOfOpening(inner))
                .containsExactly(
                        "mkdir " + outer,
                        "fsync " + folder,
                        "mkdir " + middle,
                        "fsync " + outer,
                        "mkdir " + inner,
                        "fsync " + middle);
        assertThat(callsOfOpening(inner)).isEmpty();
    }

    private List<String> callsOfOpening(Path path) throws IOException, InterruptedException {
        assumeTrue(exitCode("strace", "-e", "trace=none", "true") == 0, "strace does not work here");
        var log = folder.resolve("strace.log");
        int exitCode = exitCode(
                "strace",
                "-f",
                "-qq",
                "-y",
                "-o",
                log.toString(),
                "-e",
                "signal=none",
                "-e",
                "trace=?mkdir,mkdirat,fsync",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData", // It makes a folder of its own.
                "-cp",
                System.getProperty("java.class.path"),
                Opening.class.getName(),
                path.toString());
        assertThat(exitCode).isZero();
        return Files.readAllLines(log).stream()
                .map(CALL::matcher)
                .filter(Matcher::matches)
                .map(call -> call.group(1) + " " + call.group(2))
                .toList();
    }

    private static int exitCode(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (IOException e) {
            return -1; // There is no such program.
        }
    }

    /** Opens the data directory that its argument names. */
    static final class Opening {
        private Opening() {}

        public static void main(String[] arguments) throws CannotStartException, IOException {
            DataDirectory.open(Path.of(arguments[0])).close();
        }
    }
}
