package justhungry.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestWordTest {
    private static final List<String> WORDS = List.of("pear", "plum", "Peas", "kale");

    @Test
    void allThatAreEquallyNearAreSuggested_inTheirOrder() {
        assertThat(NearestWord.to("pea", WORDS)).containsExactly("pear", "Peas");
        assertThat(NearestWord.didYouMean("pea", WORDS)).isEqualTo(" Did you mean pear or Peas?");
    }

    @Test
    void aWordThatIsNearerIsSuggestedAlone() {
        assertThat(NearestWord.to("PEAS", WORDS)).containsExactly("Peas");
        assertThat(NearestWord.didYouMean("kael", WORDS)).isEqualTo(" Did you mean kale?");
    }

    @Test
    void whereNoneIsNear_allAreNamedIfThatIsWanted() {
        assertThat(NearestWord.didYouMean("tomato", WORDS)).isEmpty();
        assertThat(NearestWord.didYouMeanOrAll("tomato", WORDS)).isEqualTo("; use one of: pear, plum, Peas, kale");
        assertThat(NearestWord.didYouMeanOrAll("tomato", List.of())).isEmpty();
        assertThat(NearestWord.didYouMeanOrAll("pea", WORDS)).isEqualTo(". Did you mean pear or Peas?");
    }

    @Test
    void aSuggestionHasFiveWordsAtMost() {
        var many = IntStream.range(0, 9).mapToObj("item%d"::formatted).toList();

        assertThat(NearestWord.didYouMean("item", many))
                .isEqualTo(" Did you mean item0, item1, item2, item3 or item4?");
    }
}
