package justhungry.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFoldTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Apple | aPPLE",
                "İNEGÖL KÖFTESİ | inegöl köftesi",
                "ISPANAK | ıspanak",
                "Süßkartoffel | SÜSSKARTOFFEL",
                "STRAẞE | strasse",
                "ΟΔΟΣ | οδος",
                "ｓｕｓｈｉ | Sushi",
                "ﬁsh | fish",
                "shepherd’s pie | Shepherd's Pie",
                "stir–fry | stir-fry"
            })
    void namesThatDifferInCaseOrKeyboardMeet(String name, String other) {
        assertThat(TextFold.of(name)).isEqualTo(TextFold.of(other));
    }

    @Test
    void whatLooksTheSameMeets() {
        assertThat(TextFold.of("cre\u0300me bru\u0302le\u0301e")).isEqualTo(TextFold.of("crème brûlée"));
        assertThat(TextFold.of("ap\u200dple\u200e")).isEqualTo("apple");
        assertThat(TextFold.of("❤\ufe0f")).isEqualTo("❤");
    }

    @Test
    void whatIsAnotherWordDoesNotMeet() {
        assertThat(TextFold.of("pâté")).isNotEqualTo(TextFold.of("pate"));
        assertThat(TextFold.of("kale")).isNotEqualTo(TextFold.of("kales"));
    }

    @Test
    void theFoldIsStable_andTheSameForEveryCaseAndFormOfACharacter() {
        for (int each = 0; each <= Character.MAX_CODE_POINT; each++) {
            if (each < Character.MIN_SURROGATE || each > Character.MAX_SURROGATE) {
                assertStable(Character.toString(each));
            }
        }
    }

    private static void assertStable(String name) {
        var fold = TextFold.of(name);
        assertThat(TextFold.of(fold)).as("the fold of the fold of %s", name).isEqualTo(fold);
        assertThat(TextFold.of(name.toUpperCase(Locale.ROOT)))
                .as("%s in upper case", name)
                .isEqualTo(fold);
        assertThat(TextFold.of(name.toLowerCase(Locale.ROOT)))
                .as("%s in lower case", name)
                .isEqualTo(fold);
        assertThat(TextFold.of(Normalizer.normalize(name, Normalizer.Form.NFD)))
                .as("%s in parts", name)
                .isEqualTo(fold);
    }
}
