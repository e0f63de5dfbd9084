package justhungry.backend.storage;

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
class DurableFileTest {
    private static final Pattern CALL =
            Pattern.compile("\\d+ +(mkdir|rename|fsync).*[<\"](/.*)[>\"].*(= 0|<unfinished ...>)");

    @TempDir
    private Path folder;

    @Test
    void whenAFileIsReplaced_thenItsContentIsSynced_andAfterTheRenameItsName()
            throws IOException, InterruptedException {
        var data = Files.createDirectory(folder.resolve("data"));

        assertThat(callsOfMaking(data))
                .startsWith(
                        "fsync " + data.resolve("identity.new"), "rename " + data.resolve("identity"), "fsync " + data);
    }

    @Test
    void whenAStoreIsMade_thenTheNameOfTheDatabaseIsSynced_beforeAnythingIsInIt()
            throws IOException, InterruptedException {
        var data = Files.createDirectory(folder.resolve("data"));

        assertThat(callsOfMaking(data)).containsSequence("mkdir " + data.resolve("database"), "fsync " + data);
    }

    private List<String> callsOfMaking(Path path) throws IOException, InterruptedException {
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
                "trace=?mkdir,mkdirat,?rename,renameat,?renameat2,fsync",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData", // It makes a folder of its own.
                "-cp",
                System.getProperty("java.class.path"),
                Making.class.getName(),
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

    /** Makes a store, whose first file is that of its identity, in the directory that its argument names. */
    static final class Making {
        private Making() {}

        public static void main(String[] arguments) {
            RocksStore.open(Path.of(arguments[0]), "server1").store().close();
        }
    }
}
