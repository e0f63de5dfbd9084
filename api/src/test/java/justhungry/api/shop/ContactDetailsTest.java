package justhungry.api.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactDetailsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "020-7946-0000",
                "020 7946 0000",
                "+44 20 7946 0000",
                "+44-20-7946-0000",
                "+44 (0)20 7946 0000",
                "(+44) 20 7946 0000",
                "(020) 7946-0000",
                "(020)79460000",
                "020–7946–0000",
                "020.7946.0000",
                "030/123456",
                "020 7946 0000 ext. 12",
                "020 7946 0000 x12",
                "٠٢٠ ٧٩٤٦ ٠٠٠٠",
                "０２０－７９４６－００００",
                "99999"
            })
    void aPhoneNumberIsTakenAsPeopleWriteIt_andKept(String phone) {
        assertThat(details(phone, "1 Palace Green").phone()).isEqualTo(phone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"---0---", "1234", "+-+-+", "(     )", "+"})
    void aPhoneNumberHasFiveDigitsAtLeast(String phone) {
        assertThatThrownBy(() -> details(phone, "1 Palace Green"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("a phone number has (at least 5 digits|digits, with .*)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"020-CALL", "020+7946000", "020 7946 0000;", "ext 12345", "020 7946 ext", "kill server1"})
    void whatIsNoPhoneNumberIsRefused_andToldHowToWriteOne(String phone) {
        assertThatThrownBy(() -> details(phone, "1 Palace Green"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write it like 020 7946 0000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Flat 2\\n1 Palace Green\\nDurham | Flat 2, 1 Palace Green, Durham",
                "Flat 2,\\r\\n 1 Palace Green ,\\r\\n\\r\\nDurham\\r\\n | Flat 2, 1 Palace Green, Durham",
                "Flat 2\\r1 Palace Green\\u2028Durham | Flat 2, 1 Palace Green, Durham",
                "1 Palace Green\\tDurham | 1 Palace Green Durham",
                "1 Palace Green\\n | 1 Palace Green",
                "1 Palace Green, | 1 Palace Green,"
            })
    void aPastedAddressOfSeveralLinesIsJoinedByCommas(String pasted, String address) {
        var text = pasted.replace("\\u2028", "\u2028").translateEscapes();

        assertThat(details("020-7946", text).address()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\r\n", "\t", " \u200b\n\u00a0"})
    void anAddressOfEmptyLinesIsEmpty(String pasted) {
        assertThatThrownBy(() -> details("020-7946", pasted)).hasMessage("the address is empty");
    }

    private static ContactDetails details(String phone, String address) {
        return new ContactDetails("Ada", "Lovelace", phone, "DH1 3LE", address);
    }
}
