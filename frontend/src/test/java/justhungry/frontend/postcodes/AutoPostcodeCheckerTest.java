package justhungry.frontend.postcodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import justhungry.api.shop.RefusalReason;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;

class AutoPostcodeCheckerTest {
    /** A postcode of the right format that does not exist: the two ways of checking differ on it. */
    private static final String WELL_FORMED = "ZZ9 9ZZ";

    @StartStop
    private final MockWebServer service = new MockWebServer();

    private final List<String> log = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    @Test
    void whenTheServiceCannotBeReached_thenTheShapeIsCheckedAndThatIsSaidOnce() {
        var postcodes = auto();
        service.close();

        assertThat(postcodes.check(WELL_FORMED)).isEqualTo(new PostcodeResult.Accepted());
        assertThat(postcodes.check("nonsense").refusal()).isPresent();
        assertThat(postcodes.describe()).contains("only the format");
        assertThat(log).singleElement().asString().contains("cannot be reached");
    }

    @Test
    void whileOffline_theServiceIsLeftAloneUntilTheNextTrial() {
        var postcodes = auto();
        unreachable();
        postcodes.check(WELL_FORMED);
        now = now.plus(AutoPostcodeChecker.PROBE_INTERVAL).minusMillis(1);

        postcodes.check(WELL_FORMED);

        assertThat(service.getRequestCount()).isEqualTo(1);
    }

    @Test
    void whenTheServiceIsBack_thenTheTrialFindsItAndSaysSo() {
        var postcodes = auto();
        unreachable();
        postcodes.check(WELL_FORMED);
        now = now.plus(AutoPostcodeChecker.PROBE_INTERVAL);
        service.enqueue(new MockResponse.Builder()
                .body("{\"status\":200,\"result\":false}")
                .build());

        assertThat(postcodes.check(WELL_FORMED).refusal()).isPresent();
        assertThat(postcodes.describe()).doesNotContain("only the format");
        assertThat(log).hasSize(2).last().asString().contains("again");
    }

    @Test
    void whenTheTrialFails_thenTheNextOneIsAWholePeriodLaterAndNothingIsSaidAgain() {
        var postcodes = auto();
        unreachable();
        postcodes.check(WELL_FORMED);
        now = now.plus(AutoPostcodeChecker.PROBE_INTERVAL);
        unreachable();
        postcodes.check(WELL_FORMED);

        postcodes.check(WELL_FORMED);

        assertThat(service.getRequestCount()).isEqualTo(2);
        assertThat(log).hasSize(1);
    }

    @Test
    void whenTheServiceIsReachedButBroken_thenThePostcodeIsUncheckedAndAutoStaysOnline() {
        var postcodes = auto();
        service.enqueue(new MockResponse.Builder().code(500).build());

        assertThat(postcodes.check(WELL_FORMED).refusal().orElseThrow().reason())
                .isEqualTo(RefusalReason.POSTCODE_UNCHECKED);
        assertThat(postcodes.describe()).doesNotContain("only the format");
        assertThat(log).isEmpty();
    }

    private PostcodeChecker auto() {
        return new AutoPostcodeChecker(
                new PostcodeService(service.url("/"), PostcodeServiceTest.PATIENCE), () -> now, log::add);
    }

    /** The connection ends without a byte of an answer. */
    private void unreachable() {
        service.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
    }
}
