package justhungry.backend.storage.rocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import justhungry.testing.StraceCommand;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A disk that fails or is full, made by strace in a process of its own. Skipped where strace is missing or forbidden. */
final class FailingDiskIT {
    @TempDir
    Path folder;

    /** With {@code 150+} every later sync fails too; with {@code 150} the disk would accept the next write. */
    @ParameterizedTest
    @CsvSource({
        "EIO, 150+, Input/output error",
        "EIO, 150, Input/output error",
        "ENOSPC, 150+, No space left on device",
        "ENOSPC, 150, No space left on device"
    })
    void whenASyncFails_thenNothingMoreIsWritten_andTheNextStartHasEveryDurableEntry(
            String error, String which, String text) throws IOException, InterruptedException {
        StraceCommand.assumeWorks();
        var directory = folder.resolve("server1");
        RocksStore.open(directory, "server1").store().close();

        var run = run(StraceCommand.injecting(
                "error=%s:when=%s".formatted(error, which),
                "fdatasync",
                AppendUntilRefused.class,
                directory.toString()));

        assertThat(run.exitCode()).describedAs(run.output()).isEqualTo(3);
        assertThat(run.output()).contains("refused: ", text, "Fix the disk or free up space on it", "refused again: ");
        var opened = RocksStore.open(directory, "server1");
        assertThat(opened.warning()).isEmpty();
        try (var store = opened.store()) {
            // One more is possible: it is unknown whether the entry whose sync failed was written.
            assertThat(store.log().lastIndex()).isBetween(run.lastDurable(), run.lastDurable() + 1);
        }
    }

    private FinishedProcess run(List<String> command) throws IOException, InterruptedException {
        var output = folder.resolve("output");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
        return new FinishedProcess(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private record FinishedProcess(int exitCode, String output) {
        long lastDurable() {
            return output.lines()
                    .filter(line -> line.startsWith("durable "))
                    .mapToLong(line -> Long.parseLong(line.substring("durable ".length())))
                    .max()
                    .orElse(0);
        }
    }
}
