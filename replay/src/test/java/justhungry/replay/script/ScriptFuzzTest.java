package justhungry.replay.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import justhungry.replay.script.source.ScriptException;
import justhungry.testing.MutatedText;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A fuzz test of the parser with mutations of {@code examples/}: each parses, or is refused with its position, in one
 * line. {@code -Dfuzz.cases=N} sets the number of mutations of each example, {@code -Dfuzz.seed=N} the seed.
 */
@Timeout(600)
class ScriptFuzzTest {
    private static final int CASES = Integer.getInteger("fuzz.cases", 300);
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    /** File, line and column; an error of the file as a whole has no position. */
    private static final Pattern REFUSAL = Pattern.compile(
            "t\\.jsonl(:\\d+:\\d+: .+|: is empty; a script begins with .*|: there may be more mistakes; .*)");

    private final Random random = new Random(SEED);

    static List<Path> examples() throws IOException {
        return ExamplesTest.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whenAScriptIsMutated_thenItParsesOrIsRefusedWithItsPosition(Path example) throws IOException {
        var text = Files.readString(example);
        for (int made = 0; made < CASES; made++) {
            assertReads(MutatedText.of(text, random));
        }
    }

    private static void assertReads(byte[] script) {
        try {
            ScriptText.steps(Script.parse(new ByteArrayInputStream(script), "t.jsonl"));
        } catch (ScriptException e) {
            assertThat(e.messages())
                    .as(() -> words(script))
                    .isNotEmpty()
                    .allMatch(line -> REFUSAL.matcher(line).matches());
        } catch (RuntimeException | VirtualMachineError e) {
            throw new AssertionError(words(script), e);
        }
    }

    private static String words(byte[] script) {
        return "seed %d: %s".formatted(SEED, new String(script, UTF_8));
    }
}
