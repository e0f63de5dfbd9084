package justhungry.backend.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import justhungry.api.process.CannotStartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Catalogues that are not quite right: each is read, or refused in one line with the file's name. {@code -Dfuzz.cases=N}
 * takes more of them, {@code -Dfuzz.seed=N} others.
 */
class CatalogueFuzzTest {
    private static final int CASES = Integer.getInteger("fuzz.cases", 2_000);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final String RIGHT =
            "{\"products\":[{\"name\":\"apple\",\"price\":\"1.99\",\"stock\":15},{\"name\":\"kale\",\"price\":\"0.99\",\"stock\":6}]}";
    private static final List<String> PARTS = List.of(
            "",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u",
            "\\n",
            "null",
            "true",
            "-1",
            "0",
            "1.5",
            "1e9",
            "1e999999999",
            "99999999999",
            "9223372036854775808",
            "NaN",
            "\n",
            "\0",
            "\u2028",
            "\ud83e\udd6c",
            "\ufeff",
            "[".repeat(2_000));

    @TempDir
    private Path directory;

    private final Random random = new Random(SEED);

    @Test
    void whenACatalogueIsNotQuiteRight_thenItIsReadOrRefusedInOneLine() throws IOException {
        for (int made = 0; made < CASES; made++) {
            assertReads(mutated());
        }
    }

    private byte[] mutated() {
        int from = random.nextInt(RIGHT.length() + 1);
        int to = Math.min(RIGHT.length(), from + random.nextInt(12));
        var part = PARTS.get(random.nextInt(PARTS.size()));
        var bytes = (RIGHT.substring(0, from) + part + RIGHT.substring(to)).getBytes(UTF_8);
        if (random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private void assertReads(byte[] catalogue) throws IOException {
        var file = Files.write(directory.resolve("catalogue.json"), catalogue);
        try {
            assertThat(Catalogue.read(file)).isNotEmpty();
        } catch (CannotStartException e) {
            assertThat(e.getMessage())
                    .as(() -> words(catalogue))
                    .startsWith("the catalogue " + file)
                    .doesNotContain("\n");
        } catch (RuntimeException | VirtualMachineError e) {
            throw new AssertionError(words(catalogue), e);
        }
    }

    private static String words(byte[] catalogue) {
        return "seed %d: %s".formatted(SEED, new String(catalogue, UTF_8));
    }
}
