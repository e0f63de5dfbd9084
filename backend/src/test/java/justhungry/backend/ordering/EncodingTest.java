package justhungry.backend.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import justhungry.api.shop.Delivery;
import justhungry.backend.ordering.table.Decoder;
import justhungry.backend.ordering.table.Encoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
    @ParameterizedTest
    @CsvSource({"0,1", "127,1", "128,2", "16383,2", "16384,3", "1000000000,5", "9223372036854775807,9"})
    void numbersComeBackAndSmallOnesAreShort(long number, int bytes) {
        var encoded = new Encoder().number(number).toBytes();

        assertThat(encoded).hasSize(bytes);
        assertThat(new Decoder(encoded).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kale", "crème brûlée", "🍎"})
    void textsComeBack(String text) {
        assertThat(new Decoder(new Encoder().text(text).toBytes()).text()).isEqualTo(text);
    }

    @Test
    void listsAndChoicesComeBack() {
        var encoded = new Encoder()
                .list(List.of("a", "b"), (text, out) -> out.text(text))
                .choice(Delivery.SAME_DAY)
                .toBytes();
        var in = new Decoder(encoded);

        assertThat(in.list(Decoder::text)).containsExactly("a", "b");
        assertThat(in.choice(Delivery.class)).isEqualTo(Delivery.SAME_DAY);
        in.end();
    }

    @Test
    void theLargestSmallNumberComesBack() {
        var encoded = new Encoder().number(Integer.MAX_VALUE).toBytes();

        assertThat(new Decoder(encoded).smallNumber()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aNegativeNumberIsNotEncoded() {
        assertThatThrownBy(() -> new Encoder().number(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatNobodyWroteIsRefused() {
        assertRefused("", Decoder::tag);
        assertRefused("80", Decoder::number);
        assertRefused("ffffffffffffffffffff01", Decoder::number);
        assertRefused("80808080808080808001", Decoder::number); // 2^63, which would come out negative
        assertRefused("8080808008", Decoder::smallNumber);
        assertRefused("00112233445566", Decoder::bits);
        assertRefused("0461", Decoder::text);
        assertRefused("01ff", Decoder::text);
        assertRefused("0141", in -> in.choice(Delivery.class));
        assertRefused("ffffffff07", in -> in.list(Decoder::tag));
        assertRefused("01", in -> {
            in.end();
            return 0;
        });
    }

    @Test
    void theRefusalOfBytesThatEndTooEarlySaysHowManyAreMissing() {
        var fourLettersOfWhichOneIsThere = new Decoder(HexFormat.of().parseHex("0461"));

        assertThatThrownBy(fourLettersOfWhichOneIsThere::text).hasMessageContaining("3 bytes are missing");
    }

    private static void assertRefused(String hex, Function<Decoder, ?> read) {
        var in = new Decoder(HexFormat.of().parseHex(hex));
        assertThatThrownBy(() -> read.apply(in)).as(hex).isInstanceOf(IllegalArgumentException.class);
    }
}
