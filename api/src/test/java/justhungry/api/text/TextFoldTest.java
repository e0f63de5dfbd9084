package justhungry.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** Of a million characters: what is asserted is the list of those that fail, because a million assertions take long. */
    @Test
    void theFoldIsStable_andTheSameForEveryCaseAndFormOfACharacter() {
        var unstable = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(Character::isDefined)
                .filter(each -> each < Character.MIN_SURROGATE || each > Character.MAX_SURROGATE)
                .mapToObj(Character::toString)
                .filter(name -> !isStable(name))
                .toList();

        assertThat(unstable).isEmpty();
    }

    private static boolean isStable(String name) {
        var fold = TextFold.of(name);
        return Stream.of(
                        fold,
                        name.toUpperCase(Locale.ROOT),
                        name.toLowerCase(Locale.ROOT),
                        Normalizer.normalize(name, Normalizer.Form.NFD))
                .allMatch(form -> TextFold.of(form).equals(fold));
    }
}
