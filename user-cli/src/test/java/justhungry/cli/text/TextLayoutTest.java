package justhungry.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import justhungry.api.codec.Limits;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Money;
import justhungry.api.shop.OrderLine;
import justhungry.api.shop.Product;
import justhungry.platform.text.NearestWord;
import justhungry.platform.text.TextColumns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLayoutTest {
    private static final String LONGEST_NAME = "n".repeat(Limits.NAME_CHARS);
    private static final List<String> NAMES = List.of("apple", "banana", "kale");

    @Test
    void theProductTableFitsFortyColumns() {
        var products = List.of(
                new Product("flour", new Money(455), 0), new Product(LONGEST_NAME, new Money(99_999_99), 1_000_000));

        assertThat(new ProductTable(products, 40).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
        assertThat(new ProductTable(products, 40).lines().get(0))
                .contains("£4.55")
                .contains("none left");
    }

    @Test
    void theReceiptFitsFortyColumnsAndShowsEveryPart() {
        var lines = List.of(new OrderLine(LONGEST_NAME, 3, new Money(100)), new OrderLine("kale", 1, new Money(99)));

        var delivery = new Delivery("TWO_HOURS", "within the next 2 hours", new Money(300));
        var receipt = Receipt.ofOrder(lines, delivery, new Money(150)).lines(40);

        assertThat(receipt).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
        assertThat(receipt)
                .endsWith(
                        "  1 x kale at £0.99                £0.99",
                        "  delivery, within the next 2",
                        "  hours                            £3.00",
                        "  tip                              £1.50",
                        "  total                            £8.49");
    }

    @Test
    void longTextsAreBrokenBetweenWordsAndStayIndented() {
        assertThat(TextColumns.wrap("  one two three", 9)).containsExactly("  one two", "  three");
        assertThat(TextColumns.wrap("", 9)).containsExactly("");
        assertThat(TextColumns.wrap("incomprehensible", 9)).containsExactly("incomprehensible");
    }

    @ParameterizedTest
    @CsvSource({
        "kale, 4",
        "crème brûlée, 12",
        "'cre\u0300me bru\u0302le\u0301e', 12",
        "寿司 🍣, 7",
        "'👩\u200d🍳', 2",
        "🇬🇧, 2",
        "'حسین\u200cزاده', 8",
        "'❤\ufe0f', 2",
        "한글, 4",
        "'', 0"
    })
    void aTextIsAsWideAsATerminalShowsIt(String text, int columns) {
        assertThat(TextColumns.width(text)).isEqualTo(columns);
        assertThat(TextColumns.left(text, 14)).isEqualTo(text + " ".repeat(14 - columns));
        assertThat(TextColumns.right(text, 14)).isEqualTo(" ".repeat(14 - columns) + text);
    }

    @Test
    void aTextIsCutBetweenCharactersThatAreSeen() {
        assertThat(TextColumns.left("👩\u200d🍳👩\u200d🍳👩\u200d🍳", 5)).isEqualTo("👩\u200d🍳👩\u200d🍳…");
        assertThat(TextColumns.left("寿司寿司", 4)).isEqualTo("寿… ");
        assertThat(TextColumns.wrap("寿司 寿司 寿司", 9)).containsExactly("寿司 寿司", "寿司");
    }

    @ParameterizedTest
    @CsvSource({"appel,apple", "Aple,apple", "ban,banana", "cale,kale"})
    void suggestsWhatWasProbablyMeant(String typed, String meant) {
        assertThat(NearestWord.to(typed, NAMES)).containsExactly(meant);
    }

    @ParameterizedTest
    @CsvSource({"''", "tomato", "x"})
    void suggestsNothingWhenNothingIsNear(String typed) {
        assertThat(NearestWord.to(typed, NAMES)).isEmpty();
    }
}
