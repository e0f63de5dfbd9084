package justhungry.frontend.postcodes;

import static org.assertj.core.api.Assertions.assertThat;

import justhungry.api.shop.RefusalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    @ValueSource(
            strings = {"", "DH1", "3LE", "1AA 1AA", "DH1 LE3", "DHX 3LE", "DH123 3LE", "DH1 3L", "ABC1 1AA", "DH1-3LE"})
    void refusesEveryOtherShape(String postcode) {
        var refusal = offline.check(postcode).refusal().orElseThrow();

        assertThat(refusal.reason()).isEqualTo(RefusalReason.INVALID_POSTCODE);
        assertThat(refusal.message()).contains("only the format is checked");
    }

    @Test
    void saysThatItChecksTheShapeOnly() {
        assertThat(offline.describe()).contains("only the format");
    }
}
