package justhungry.api.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import justhungry.api.codec.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderIdTest {
    @ParameterizedTest
    @CsvSource({
        "42, 42",
        "#42, 42",
        "' 42 ', 42",
        "0042, 42",
        "00000000000000000000042, 42",
        "999999999999999999, 999999999999999999"
    })
    void aNumberIsReadAsPeopleTypeIt(String typed, long number) {
        assertThat(OrderId.parse(typed)).isEqualTo(new OrderId(number));
    }

    @ParameterizedTest
    @CsvSource({
        "0, an order's number is 0",
        "000, an order's number is 0",
        "1000000000000000000, an order's number has 19 digits",
        "9223372036854775808, an order's number has 19 digits",
        "99999999999999999999999, an order's number has 23 digits",
    })
    void aNumberBeyondTheRangeIsRefusedWithTheRange(String typed, String message) {
        assertThatThrownBy(() -> OrderId.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message + "; it must be from 1 to 999999999999999999");
    }

    @Test
    void everyWayToAnOrderNumberHasTheSameRange() {
        assertThatThrownBy(() -> new OrderId(Limits.ORDER_NUMBER + 1))
                .hasMessageEndingWith("from 1 to 999999999999999999");
        assertThatThrownBy(() -> new OrderId(-1)).hasMessageEndingWith("from 1 to 999999999999999999");
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "4.2", "-1", "##1", "1e3", "\u0661"})
    void whatIsNoNumberIsRefusedWithAnExample(String typed) {
        assertThatThrownBy(() -> OrderId.parse(typed)).hasMessage("not an order number: write it like 42");
    }
}
