package justhungry.replay.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import justhungry.replay.check.history.HistoryException;
import justhungry.testing.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A test of the checker in a JVM with too little memory for a line of many values. */
class HistoryMemoryIT {
    private static final long DEADLINE_SECONDS = 60;

    @TempDir
    private Path directory;

    @Test
    void whenThereIsNotEnoughMemory_thenThatIsSaid_andWhatToDo() throws IOException, InterruptedException {
        var file = Files.writeString(
                directory.resolve("large.history"),
                "{\"jhHistory\":1,\"script\":\"lunch\"}\n{\"op\":[1" + ",1".repeat(1_000_000) + "]}\n");
        var verify = new ProcessBuilder(ChildJvm.command(List.of("-Xmx32m"), VerifyMain.class, file.toString()))
                .redirectErrorStream(true)
                .start();
        try {
            var output = verify.inputReader(UTF_8).lines().toList();

            assertThat(verify.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(output)
                    .singleElement()
                    .asString()
                    .startsWith(file + " needs more memory than")
                    .contains("java -Xmx");
        } finally {
            verify.destroyForcibly();
        }
    }

    /** The verification of one file, whose error is printed. */
    static final class VerifyMain {
        private VerifyMain() {}

        public static void main(String[] arguments) throws IOException {
            try {
                System.out.println(Verification.of(Path.of(arguments[0])).text());
            } catch (HistoryException | UncheckedIOException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
