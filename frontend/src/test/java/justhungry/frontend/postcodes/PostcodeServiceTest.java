package justhungry.frontend.postcodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Response;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The results for whatever the service does: in time, and an invalid postcode only after a clear "no". */
class PostcodeServiceTest {
    /** For answers that come at once: on a busy machine, 3 s are not enough even for them. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String YES = "{\"status\":200,\"result\":true}";
    private static final String NO = "{\"status\":200,\"result\":false}";

    @StartStop
    private final MockWebServer service = new MockWebServer();

    @Test
    void whenTheServiceSaysTrue_thenThePostcodeIsAccepted() {
        answer(200, YES);

        assertThat(online().check("DH1 3LE")).isEqualTo(new PostcodeResult.Accepted());
    }

    @Test
    void whenTheServiceSaysFalse_thenThePersonIsToldThatThereIsNoSuchPostcode() {
        answer(200, NO);

        assertThat(refusal(online().check("ZZ9 9ZZ")).reason()).isEqualTo(RefusalReason.INVALID_POSTCODE);
    }

    @ParameterizedTest(name = "HTTP {0} with {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "200|<html><body>Please log in to the hotel's network</body></html>",
                "200|''",
                "200|{\"status\":200",
                "200|{\"status\":200,\"result\":\"true\"}",
                "200|{\"status\":200,\"result\":null}",
                "200|[true]",
                "200|true",
                "404|{\"status\":404,\"error\":\"Resource not found\"}",
                "429|{\"status\":429,\"result\":true}",
                "500|{\"status\":500,\"result\":true}",
                "503|<html>busy</html>",
            })
    void whenTheAnswerIsNoAnswer_thenThePostcodeIsUncheckedAndNotInvalid(int status, String body) {
        answer(status, body);

        assertThat(refusal(online().check("DH1 3LE")).reason()).isEqualTo(RefusalReason.POSTCODE_UNCHECKED);
    }

    @Test
    void whenTheServiceRedirects_thenTheOtherPlaceIsNotAsked() {
        service.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", service.url("/elsewhere"))
                .build());
        answer(200, YES);

        assertThat(refusal(online().check("DH1 3LE")).reason()).isEqualTo(RefusalReason.POSTCODE_UNCHECKED);
        assertThat(service.getRequestCount()).isEqualTo(1);
    }

    @Test
    void whenTheBodyIsHuge_thenItIsNotReadToItsEnd() {
        answer(200, "{\"result\":true,\"padding\":\"" + "x".repeat(1_000_000) + "\"}");

        assertThat(refusal(online().check("DH1 3LE")).message()).contains("more than 4096 bytes");
    }

    @Test
    void whenTheConnectionIsCut_thenThePostcodeIsUnchecked() {
        service.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertThat(refusal(online().check("DH1 3LE")).reason()).isEqualTo(RefusalReason.POSTCODE_UNCHECKED);
    }

    @Test
    void whenTheServiceIsDown_thenThePersonIsToldThatItCannotBeReached() {
        var postcodes = online();
        service.close();

        assertThat(refusal(postcodes.check("DH1 3LE")).message()).contains("cannot be reached");
    }

    @Test
    void whenThePostcodeIsAskedAgainInAnotherForm_thenTheFirstAnswerServes() {
        answer(200, NO);
        var postcodes = online();
        postcodes.check("zz9 9zz");

        assertThat(refusal(postcodes.check("ZZ99ZZ")).reason()).isEqualTo(RefusalReason.INVALID_POSTCODE);
        assertThat(service.getRequestCount()).isEqualTo(1);
    }

    @Test
    void whenTheAnswerWasNone_thenItIsNotKept() {
        answer(500, "");
        answer(200, YES);
        var postcodes = online();
        postcodes.check("DH1 3LE");

        assertThat(postcodes.check("DH1 3LE")).isEqualTo(new PostcodeResult.Accepted());
    }

    @ParameterizedTest
    @CsvSource({"dh1 3le,DH13LE", "a%zz,A%25ZZ", "a/b?c,A%2FB%3FC", "%2e,%252E"})
    void whenThePostcodeHasOddCharacters_thenItStaysOneSegmentOfThePath(String postcode, String segment)
            throws InterruptedException {
        answer(200, NO);

        online().check(postcode);

        var request = service.takeRequest();
        assertThat(request.getUrl().encodedPath()).isEqualTo("/own/postcodes/" + segment + "/validate");
        assertThat(request.getUrl().encodedQuery()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void whenThePostcodeIsAFolderInAPath_thenItIsRefusedWithoutAsking(String postcode) {
        assertThat(refusal(online().check(postcode)).reason()).isEqualTo(RefusalReason.INVALID_POSTCODE);
        assertThat(service.getRequestCount()).isZero();
    }

    private PostcodeChecker online() {
        return new OnlinePostcodeChecker(new PostcodeService(service.url("/own/"), PATIENCE));
    }

    private void answer(int status, String body) {
        service.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private static Response.Refused refusal(PostcodeResult verdict) {
        return verdict.refusal().orElseThrow();
    }
}
