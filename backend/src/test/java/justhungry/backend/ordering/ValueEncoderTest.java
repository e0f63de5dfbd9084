package justhungry.backend.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import justhungry.api.shop.DeliveryOption;
import justhungry.backend.ordering.table.ValueDecoder;
import justhungry.backend.ordering.table.ValueEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueEncoderTest {
    @ParameterizedTest
    @CsvSource({"0,1", "127,1", "128,2", "16383,2", "16384,3", "1000000000,5", "9223372036854775807,9"})
    void numbersComeBackAndSmallOnesAreShort(long number, int bytes) {
        var encoded = new ValueEncoder().number(number).toBytes();

        assertThat(encoded).hasSize(bytes);
        assertThat(new ValueDecoder(encoded).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kale", "crème brûlée", "🍎"})
    void textsComeBack(String text) {
        assertThat(new ValueDecoder(new ValueEncoder().text(text).toBytes()).text())
                .isEqualTo(text);
    }

    @Test
    void listsAndChoicesComeBack() {
        var encoded = new ValueEncoder()
                .list(List.of("a", "b"), (text, out) -> out.text(text))
                .choice(DeliveryOption.SAME_DAY)
                .toBytes();
        var in = new ValueDecoder(encoded);

        assertThat(in.list(ValueDecoder::text)).containsExactly("a", "b");
        assertThat(in.choice(DeliveryOption.class)).isEqualTo(DeliveryOption.SAME_DAY);
        in.end();
    }

    @Test
    void theLargestSmallNumberComesBack() {
        var encoded = new ValueEncoder().number(Integer.MAX_VALUE).toBytes();

        assertThat(new ValueDecoder(encoded).smallNumber()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aNegativeNumberIsNotEncoded() {
        assertThatThrownBy(() -> new ValueEncoder().number(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatNobodyWroteIsRefused() {
        assertRefused("", ValueDecoder::tag);
        assertRefused("80", ValueDecoder::number);
        assertRefused("ffffffffffffffffffff01", ValueDecoder::number);
        assertRefused("80808080808080808001", ValueDecoder::number); // 2^63, which would come out negative
        assertRefused("8080808008", ValueDecoder::smallNumber);
        assertRefused("00112233445566", ValueDecoder::bits);
        assertRefused("0461", ValueDecoder::text);
        assertRefused("01ff", ValueDecoder::text);
        assertRefused("0141", in -> in.choice(DeliveryOption.class));
        assertRefused("ffffffff07", in -> in.list(ValueDecoder::tag));
        assertRefused("01", in -> {
            in.end();
            return 0;
        });
    }

    @Test
    void theRefusalOfBytesThatEndTooEarlySaysHowManyAreMissing() {
        var fourLettersOfWhichOneIsThere = new ValueDecoder(HexFormat.of().parseHex("0461"));

        assertThatThrownBy(fourLettersOfWhichOneIsThere::text).hasMessageContaining("bytes missing: 3");
    }

    private static void assertRefused(String hex, Function<ValueDecoder, ?> read) {
        var in = new ValueDecoder(HexFormat.of().parseHex(hex));
        assertThatThrownBy(() -> read.apply(in)).as(hex).isInstanceOf(IllegalArgumentException.class);
    }
}
