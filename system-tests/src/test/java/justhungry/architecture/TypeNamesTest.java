package justhungry.architecture;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules for names of top-level types, in main code and in tests: a name is understood without its package. */
class TypeNamesTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern ONE_WORD = Pattern.compile("[A-Z][a-z0-9]+");
    private static final Pattern TERM = Pattern.compile("^\\| *`?([A-Za-z][A-Za-z -]*?)`? *\\|", Pattern.MULTILINE);

    /** Each program has its {@code Main}. */
    private static final Set<String> EXCEPT = Set.of("package-info", "Main");

    private static List<Path> sources;

    @BeforeAll
    static void findSources() throws IOException {
        try (var files = Files.walk(PROJECT)) {
            sources = files.filter(file -> file.toString().matches(".*/src/(main|test)/java/.*[.]java"))
                    .filter(file -> !EXCEPT.contains(typeName(file)))
                    .map(PROJECT::relativize)
                    .toList();
        }
        assertThat(sources).hasSizeGreaterThan(600);
    }

    @Test
    void aSimpleNameStandsForOneType() {
        var filesByName =
                sources.stream().collect(groupingBy(TypeNamesTest::typeName, TreeMap::new, Collectors.toList()));

        filesByName.values().removeIf(files -> files.size() == 1);

        assertThat(filesByName).as("type names that stand for two types").isEmpty();
    }

    @Test
    void aNameOfOneWordStandsInTheGlossary() throws IOException {
        var terms = TERM.matcher(Files.readString(PROJECT.resolve("docs/glossary.md")))
                .results()
                .map(term -> term.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());

        var missing = sources.stream()
                .filter(file -> ONE_WORD.matcher(typeName(file)).matches())
                .filter(file -> !terms.contains(typeName(file).toLowerCase(Locale.ROOT)))
                .toList();

        assertThat(missing)
                .as("types with a one-word name that docs/glossary.md does not define")
                .isEmpty();
    }

    private static String typeName(Path file) {
        return file.getFileName().toString().replaceFirst("[.]java$", "");
    }
}
