package justhungry.backend.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A disk that fails or is full, made by strace in a process of its own. Skipped where strace is missing or forbidden. */
final class FailingDiskTest {
    @TempDir
    Path folder;

    /** With {@code 150+} every later sync fails too; with {@code 150} the disk would take the next write. */
    @ParameterizedTest
    @CsvSource({
        "EIO, 150+, Input/output error",
        "EIO, 150, Input/output error",
        "ENOSPC, 150+, No space left on device",
        "ENOSPC, 150, No space left on device"
    })
    void whenASyncFails_thenNothingMoreIsWritten_andTheNextStartHasEveryDurableEntry(
            String error, String which, String text) throws IOException, InterruptedException {
        assumeTrue(run(List.of("strace", "-e", "trace=none", "true")).exitCode() == 0, "strace does not work here");
        var directory = folder.resolve("server1");
        RocksStore.open(directory, "server1").store().close();

        var run = run(failingProcess(error, which, directory));

        assertThat(run.exitCode()).describedAs(run.output()).isEqualTo(3);
        assertThat(run.output()).contains("refused: ", text, "Mend the disk or make room on it", "refused again: ");
        var opened = RocksStore.open(directory, "server1");
        assertThat(opened.warning()).isEmpty();
        try (var store = opened.store()) {
            // One more is possible: whether the entry whose sync failed is there is unknown.
            assertThat(store.log().lastIndex()).isBetween(run.lastDurable(), run.lastDurable() + 1);
        }
    }

    private static List<String> failingProcess(String error, String which, Path directory) {
        return List.of(
                "strace",
                "-f",
                "-qq",
                "-o",
                "/dev/null",
                "-e",
                "trace=fdatasync",
                "-e",
                "inject=fdatasync:error=%s:when=%s".formatted(error, which),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AppendUntilRefused.class.getName(),
                directory.toString());
    }

    private Run run(List<String> command) throws IOException, InterruptedException {
        var output = folder.resolve("output");
        try {
            var process = new ProcessBuilder(new ArrayList<>(command))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Run(-1, String.valueOf(e.getMessage())); // There is no such program.
        }
    }

    private record Run(int exitCode, String output) {
        long lastDurable() {
            return output.lines()
                    .filter(line -> line.startsWith("durable "))
                    .mapToLong(line -> Long.parseLong(line.substring("durable ".length())))
                    .max()
                    .orElse(0);
        }
    }
}
