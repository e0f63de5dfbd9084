package justhungry.backend.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import justhungry.platform.process.CannotStartException;
import justhungry.testing.MutatedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Slightly damaged catalogues: each is read, or refused in one line with the file's name. {@code -Dfuzz.cases=N} runs N
 * of them, {@code -Dfuzz.seed=N} others.
 */
class CatalogueParserFuzzIT {
    private static final int CASES = Integer.getInteger("fuzz.cases", 2_000);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final String RIGHT =
            "{\"products\":[{\"name\":\"apple\",\"price\":\"1.99\",\"stock\":15},{\"name\":\"kale\",\"price\":\"0.99\",\"stock\":6}]}";

    private static final String TABLE = "name;price;stock;note\r\n\"apple, red\";1,99;15;\r\nkale;0.99;6;\"\"\r\n";

    @TempDir
    private Path directory;

    private final Random random = new Random(SEED);

    @Test
    void whenACatalogueIsNotQuiteRight_thenItIsReadOrRefusedInOneLine() throws IOException {
        for (int made = 0; made < CASES; made++) {
            assertReads(MutatedText.of(RIGHT, random));
            assertReads(MutatedText.of(TABLE, random));
        }
    }

    private void assertReads(byte[] catalogue) throws IOException {
        var file = Files.write(directory.resolve("catalogue.json"), catalogue);
        try {
            assertThat(CatalogueParser.read(file).catalogue().products()).isNotEmpty();
        } catch (CannotStartException e) {
            assertThat(e.getMessage())
                    .as(() -> words(catalogue))
                    .startsWith("cannot use the catalogue " + file)
                    .doesNotContain("\n");
        } catch (RuntimeException | VirtualMachineError e) {
            throw new AssertionError(words(catalogue), e);
        }
    }

    private static String words(byte[] catalogue) {
        return "seed %d: %s".formatted(SEED, new String(catalogue, UTF_8));
    }
}
