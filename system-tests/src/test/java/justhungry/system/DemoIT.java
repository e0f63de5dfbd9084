package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demonstration as a process: it leaves nothing behind. */
class DemoIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int LONGEST_END_SECONDS = 300;

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "after \"{1}\"")
    @Timeout(1_800)
    @CsvSource({"'', nameserver ready", "'kill frontend1\n2\n', bring it back with: restart frontend1"})
    void ctrlCWhileItStarts_orWhileARequestWaits_endsItsProcessesAndDeletesItsData(String typed, String seen)
            throws IOException, InterruptedException {
        var temporary = Files.createDirectory(directory.resolve("temporary"));
        var demo = new CommandProcesses(directory)
                .startUntilCtrlC(temporary, "demo", "--backends", "2", "--in-memory", "--postcodes", "offline");
        try (var keyboard = demo.process().outputWriter(StandardCharsets.UTF_8)) {
            keyboard.write(typed);
            keyboard.flush();
            await().atMost(TIMEOUT)
                    .until(() -> Files.readString(demo.out()).contains(seen)
                            || !demo.process().isAlive());
            var roles = demo.process().children().filter(DemoIT::isJava).toList();
            assertThat(roles).isNotEmpty();
            assertThat(temporary).isDirectoryContaining("glob:**/just-hungry-demo-*");

            new ProcessBuilder("kill", "-s", "INT", Long.toString(demo.process().pid())).start();

            var ended = demo.awaitEnd(LONGEST_END_SECONDS);
            assertThat(ended.exitCode()).isEqualTo(130);
            assertThat(ended.err()).contains("The demo has ended, and its data is deleted.");
            assertThat(roles).noneMatch(ProcessHandle::isAlive);
            assertThat(temporary).isDirectoryNotContaining("glob:**/just-hungry-demo-*");
        } finally {
            demo.process().destroyForcibly();
        }
    }

    /** Not the tiny shells that guard them. */
    private static boolean isJava(ProcessHandle child) {
        return child.info()
                .command()
                .filter(program -> program.endsWith("java"))
                .isPresent();
    }
}
