package justhungry.frontend.postcodes;

import static org.assertj.core.api.Assertions.assertThat;

import justhungry.api.shop.RefusalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfflinePostcodeCheckerTest {
    private final PostcodeChecker offline = PostcodeChecker.offline();

    @ParameterizedTest
    @ValueSource(
            strings = {"M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 1HQ", "EC1A 1BB", "dh13le", " d H 1 3 l e "})
    void acceptsEveryShapeOfPostcode(String postcode) {
        assertThat(offline.check(postcode)).isEqualTo(new PostcodeResult.FormatAccepted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DH1", "3LE", "1AA 1AA", "DH1 LE3", "DHX 3LE", "DH123 3LE", "DH1 3L", "ABC1 1AA"})
    void refusesEveryOtherShape(String postcode) {
        var refusal = offline.check(postcode).refusal().orElseThrow();

        assertThat(refusal.reason()).isEqualTo(RefusalReason.INVALID_POSTCODE);
        assertThat(refusal.message()).contains("only the format is checked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DH1\u00a03LE",
                "DH1\u20093LE",
                "DH1\u202f3LE",
                "DH1\u30003LE",
                "DH1-3LE",
                "DH1\u20113LE",
                "DH1–3LE",
                "DH1—3LE",
                "\u202dDH1 3LE\u202c",
                "DH1 3LE.",
                "DH1     3LE  .  ",
                "ＤＨ１ ３ＬＥ",
                "dh1\t3le",
                "DH1\u200b3LE"
            })
    void acceptsEveryKindOfBlankAndDash(String postcode) {
        assertThat(offline.check(postcode)).isEqualTo(new PostcodeResult.FormatAccepted());
    }

    @ParameterizedTest
    @CsvSource({
        "GIR 0AA, belonged to a bank",
        "bfpo 52, British Forces",
        "BF1 3AA, British Forces",
        "FIQQ 1ZZ, the Falkland Islands",
        "GX11 1AA, Gibraltar",
        "KY1-1234, the Cayman Islands",
        "D02 AF30, Ireland",
        "10115, another country"
    })
    void saysWhatACodeIsWhereNothingIsDelivered(String code, String words) {
        var refusal = offline.check(code).refusal().orElseThrow();

        assertThat(refusal.reason()).isEqualTo(RefusalReason.INVALID_POSTCODE);
        assertThat(refusal.message())
                .startsWith(code)
                .contains(words)
                .endsWith("type the postcode of an address in the United Kingdom")
                .doesNotContain("like DH1 3LE");
    }

    @ParameterizedTest
    @CsvSource({
        "DHI 3LE, DH1 3LE",
        "SW1A OAA, SW1A 0AA",
        "0X1 2JD, OX1 2JD",
        "swia iaa, SW1A 1AA",
        "E1 OO0, E1 0OO",
        "DHl 3LE, DH1 3LE"
    })
    void suggestsWhatWasMeantByOAndZero_andByIAndOne(String typed, String meant) {
        assertThat(offline.check(typed).refusal().orElseThrow().message()).contains("did you mean " + meant + "?");
    }

    @Test
    void saysThatHalfAPostcodeIsHalf() {
        assertThat(offline.check("DH1").refusal().orElseThrow().message()).contains("only the first half");
    }

    @Test
    void saysThatItChecksTheShapeOnly() {
        assertThat(offline.describe()).contains("only the format");
    }
}
