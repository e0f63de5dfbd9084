package justhungry.replay.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import justhungry.replay.check.history.HistoryException;
import justhungry.testing.MutatedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A fuzz test of the checker with mutated histories: each gets a verdict, or is refused in one line that names the
 * file. {@code -Dfuzz.cases=N} sets their number, {@code -Dfuzz.seed=N} the seed.
 */
@Timeout(600)
class HistoryFuzzIT {
    private static final int CASES = Integer.getInteger("fuzz.cases", 400);
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    @TempDir
    private Path directory;

    @Test
    void whenAHistoryIsMutated_thenThereIsAVerdictOrItIsRefusedInOneLine() throws IOException {
        var random = new Random(SEED);
        var text = Files.readString(RandomHistoryBuilder.of(SEED, 40, 4, 100).write(directory));
        for (int made = 0; made < CASES; made++) {
            assertReads(MutatedText.of(text, random));
        }
    }

    private void assertReads(byte[] history) throws IOException {
        var file = Files.write(directory.resolve("history.jsonl"), history);
        try {
            assertThat(Verification.of(file).text()).isNotEmpty();
        } catch (HistoryException e) {
            assertThat(e.getMessage())
                    .as(() -> words(history))
                    .startsWith(file.toString())
                    .doesNotContain("\n");
        } catch (RuntimeException | VirtualMachineError e) {
            throw new AssertionError(words(history), e);
        }
    }

    private static String words(byte[] history) {
        return "seed %d: %s".formatted(SEED, new String(history, UTF_8));
    }
}
