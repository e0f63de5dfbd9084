package justhungry.api.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({"1.99,199", "£1.99,199", "1.9,190", "2,200", " 0 ,0", "0.05,5"})
    void readsAmountsAsPeopleWriteThem(String text, long pence) {
        assertThat(Money.parse(text)).isEqualTo(new Money(pence));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.999", "abc", "1,50", "1e3", "NaN", "999999999999"})
    void refusesWhatIsNoAmount(String text) {
        assertThatThrownBy(() -> Money.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsWholePence() {
        assertThat(new Money(5)).hasToString("£0.05");
        assertThat(new Money(199).plain()).isEqualTo("1.99");
    }
}
