package justhungry.api.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {
    private static final int MAX_TEXTS = 20_000;

    @Test
    void aTextInTheFormStaysAsItIs_withEveryCharacterOfUnicode() {
        for (int each = 0; each <= Character.MAX_CODE_POINT; each++) {
            assertStable("a" + Character.toString(each) + "b");
        }
        var random = new Random(14);
        for (int i = 0; i < MAX_TEXTS; i++) {
            assertStable(randomText(random));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "cre\u0300me bru\u0302le\u0301e|crème brûlée",
                "  1  Palace\u00a0\u2009Green |1 Palace Green",
                "1\u200b Pal\u00adace Green\ufeff|1 Palace Green",
                "\u202d020 7946 0000\u202c|020 7946 0000",
                "حسین\u200cزاده|حسین\u200cزاده",
                "\u200fاحمد\u200e|\u200fاحمد\u200e",
                "👩\u200d🍳|👩\u200d🍳",
                "寿司\u3000🍣|寿司 🍣"
            })
    void whatNobodySeesIsDropped_andWhatJoinsOrDirectsLettersStays(String typed, String clean) {
        assertThat(CleanText.of("it", typed)).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource({
        "0001, U+0001 (start of heading)", "001b, U+001B (escape)", "0009, U+0009 (character tabulation)",
        "0085, U+0085 (next line (nel))", "2028, U+2028 (line separator)", "ffff, U+FFFF (not a character)"
    })
    void aControlCharacterIsRefusedByName(String hex, String name) {
        var text = "kale" + Character.toString(Integer.parseInt(hex, 16));

        assertThatThrownBy(() -> CleanText.of("the product", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the product has a control character: " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jos\ufffd", "kale\ud800", "\ud83ckale", "\udf4e"})
    void whatWasNotReadWholeIsRefused(String text) {
        assertThatThrownBy(() -> CleanText.of("it", text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertStable(String text) {
        try {
            var clean = CleanText.of("it", text);
            assertThat(CleanText.of("it", clean)).isEqualTo(clean);
            assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC)).isTrue();
            assertThat(clean).doesNotStartWith(" ").doesNotEndWith(" ").doesNotContain("  ");
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("it has ");
        }
    }

    private static String randomText(Random random) {
        var text = new StringBuilder();
        int[] parts = {' ', 'a', 'e', 0x301, 0x307, 0xa0, 0xad, 0x1100, 0x1161, 0x200b, 0x200d, 0x958, 0xfb2c, 0x1d160};
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.appendCodePoint(random.nextBoolean() ? parts[random.nextInt(parts.length)] : random.nextInt(0x3000));
        }
        return text.toString();
    }
}
