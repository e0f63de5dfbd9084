package justhungry.frontend.postcodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import justhungry.api.shop.RefusalReason;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AutoPostcodeCheckerTest {
    /** A postcode of the right format that does not exist: the two ways of checking differ on it. */
    private static final String WELL_FORMED = "ZZ9 9ZZ";

    @StartStop
    private final MockWebServer service = new MockWebServer();

    private final FakePostcodesIo postcodesIo = new FakePostcodesIo().unknown("ZZ99ZZ");
    private final List<String> log = new ArrayList<>();
    private final Queue<Runnable> probes = new ArrayDeque<>();
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void serve() {
        service.setDispatcher(postcodesIo);
    }

    @Test
    void beforeTheFirstQuestion_theServiceIsNotSaidToCheckAnything() {
        assertThat(auto().describe()).startsWith("auto: ").contains(String.valueOf(service.getPort()), "not asked yet");
        assertThat(service.getRequestCount()).isZero();
    }

    @Test
    void whenTheServiceCannotBeReached_thenTheFormatIsCheckedAndThatIsSaidOnce() {
        var postcodes = auto();
        service.close();

        assertThat(postcodes.check(WELL_FORMED)).isEqualTo(new PostcodeResult.FormatAccepted());
        assertThat(postcodes.check("nonsense").refusal()).isPresent();
        assertThat(postcodes.describe()).contains("only the format", "cannot be reached", " s ago");
        assertThat(log).singleElement().asString().contains("cannot be reached", "only the format", "again every 15 s");
    }

    @Test
    void whileOffline_noPersonWaitsForTheService() {
        var postcodes = auto();
        postcodesIo.becomes(FakePostcodesIo.Mode.CUT_OFF);
        postcodes.check(WELL_FORMED);
        int asked = service.getRequestCount();
        now = now.plus(Duration.ofDays(1));

        postcodes.check("DH1 3LE");

        assertThat(service.getRequestCount()).isEqualTo(asked);
    }

    @Test
    void whenTheServiceIsBack_thenAProbeFindsItAndSaysSo_withoutAnybodysPostcode() throws InterruptedException {
        var postcodes = auto();
        postcodesIo.becomes(FakePostcodesIo.Mode.CUT_OFF);
        postcodes.check(WELL_FORMED);
        while (service.takeRequest(0, TimeUnit.SECONDS) != null) {
            // Only what is asked from now on counts.
        }
        postcodesIo.becomes(FakePostcodesIo.Mode.WELL);

        probes.remove().run();

        assertThat(service.takeRequest().getUrl().encodedPath()).isEqualTo("/postcodes/SW1A1AA/validate");
        assertThat(postcodes.check(WELL_FORMED).refusal()).isPresent();
        assertThat(postcodes.describe())
                .containsPattern("answered [0-9]+ s ago")
                .doesNotContain("only the format");
        assertThat(log).hasSize(2).last().asString().contains("answers");
        assertThat(probes).isEmpty();
    }

    @Test
    void whenTheProbeFails_thenThereIsAnotherAndNothingIsSaidAgain() {
        var postcodes = auto();
        postcodesIo.becomes(FakePostcodesIo.Mode.CUT_OFF);
        postcodes.check(WELL_FORMED);

        probes.remove().run();

        assertThat(probes).hasSize(1);
        assertThat(postcodes.describe()).contains("only the format");
        assertThat(log).hasSize(1);
    }

    @Test
    void whatTheServiceHasRefused_staysRefusedWhileItIsAway() {
        var postcodes = auto();
        assertThat(postcodes.check(WELL_FORMED).refusal()).isPresent();
        assertThat(postcodes.check("DH1 3LE")).isEqualTo(new PostcodeResult.Accepted());
        now = now.plus(AnswerCache.MAX_AGE);
        postcodesIo.becomes(FakePostcodesIo.Mode.CUT_OFF);

        assertThat(postcodes.check("zz99zz").refusal()).isPresent();
        assertThat(postcodes.check("zz99zz").refusal()).isPresent();
        assertThat(postcodes.check("DH1 3LE")).isEqualTo(new PostcodeResult.Accepted());
        assertThat(postcodes.check("DH1 3LF")).isEqualTo(new PostcodeResult.FormatAccepted());
    }

    @Test
    void whenTheServiceIsReachedButBroken_thenThePostcodeIsUncheckedAndAutoStaysOnline() {
        var postcodes = auto();
        postcodesIo.becomes(FakePostcodesIo.Mode.BROKEN);

        assertThat(postcodes.check(WELL_FORMED).refusal().orElseThrow().reason())
                .isEqualTo(RefusalReason.POSTCODE_UNCHECKED);
        assertThat(postcodes.describe()).contains("HTTP status 500").doesNotContain("only the format");
        assertThat(log).singleElement().asString().contains("HTTP status 500", "all others are refused");
        assertThat(probes).isEmpty();
    }

    @Test
    void whenThisFrontEndIsBusy_thenTheFormatIsCheckedAndAutoStaysOnline() {
        var postcodes = auto(new SharedQuestions(0, 0, Duration.ZERO));

        assertThat(postcodes.check(WELL_FORMED)).isEqualTo(new PostcodeResult.FormatAccepted());
        assertThat(postcodes.describe()).doesNotContain("only the format");
        assertThat(probes).isEmpty();
        assertThat(log).isEmpty();
    }

    private PostcodeChecker auto() {
        return auto(new SharedQuestions(1, 0, Duration.ZERO));
    }

    private PostcodeChecker auto(SharedQuestions questions) {
        var http = new PostcodeHttpClient(service.url("/"), PostcodeServiceTest.PATIENCE);
        var asked = new PostcodeService(http, () -> now, log::add, AutoPostcodeChecker.CONSEQUENCE, questions);
        return new AutoPostcodeChecker(asked, (probe, delay) -> {
            assertThat(delay).isEqualTo(AutoPostcodeChecker.PROBE_INTERVAL);
            probes.add(probe);
        });
    }
}
