package justhungry.frontend.postcodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Response;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import okhttp3.HttpUrl;
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

    private final List<String> log = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    @Test
    void whenTheServiceSaysTrue_thenThePostcodeIsAccepted() {
        answer(200, YES);

        assertThat(online().check("DH1 3LE")).isEqualTo(new PostcodeResult.Accepted());
    }

    @Test
    void whenTheServiceSaysFalse_thenThePersonIsToldThatThereIsNoSuchPostcode() {
        answer(200, NO);
        answer(404, "");

        var refusal = refusal(online().check("ZZ9 9ZZ"));

        assertThat(refusal.reason()).isEqualTo(RefusalReason.INVALID_POSTCODE);
        assertThat(refusal.message()).contains("there is no postcode 'ZZ9 9ZZ'");
    }

    @Test
    void whenThePostcodeWasClosed_thenThePersonIsToldSo() {
        service.setDispatcher(new FakePostcodesIo().closed("AB10AA", 1996));

        var refusal = refusal(online().check("AB1 0AA"));

        assertThat(refusal.reason()).isEqualTo(RefusalReason.INVALID_POSTCODE);
        assertThat(refusal.message()).contains("'AB1 0AA' was closed in 1996");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"result\":null}",
                "{\"result\":{}}",
                "{\"result\":{\"year_terminated\":[2015]}}",
                "{\"result\":{\"year_terminated\":\"soon\"}}"
            })
    void whenItIsNotSaidWhenThePostcodeWasClosed_thenThereIsNoSuchPostcode(String body) {
        answer(200, NO);
        answer(200, body);

        assertThat(refusal(online().check("ZZ9 9ZZ")).message()).contains("there is no postcode");
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

        var refusal = refusal(online().check("DH1 3LE"));

        assertThat(refusal.reason()).isEqualTo(RefusalReason.POSTCODE_UNCHECKED);
        assertThat(service.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.postcodes.io/postcodes/DH13LE/validate,redirects to https://api.postcodes.io/.",
        "https://ada:secret@example.com/own/postcodes/DH13LE/validate?key=secret,redirects to"
                + " https://example.com/own/.",
        "https://example.com/own;jsessionid=secret/postcodes/DH13LE/validate,redirects to https://example.com/own/.",
        "/postcodes/DH13LE/validate,redirects to http://"
    })
    void whenTheServiceRedirects_thenThePlaceIsNamedWithoutThePostcodeAndWithoutSecrets(String target, String words) {
        service.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", target)
                .build());
        var postcodes = online();

        assertThat(refusal(postcodes.check("DH1 3LE")).message()).contains(words, "--postcodes-url");
        assertThat(postcodes.describe()).contains(words);
        assertThat(String.join("", log) + postcodes.describe()).doesNotContain("DH13LE", "secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/own/postcodes/DH13LE/validate",
                "/own/postcodes/DH13LE/validate?again=1",
                "/own;jsessionid=1/postcodes/DH13LE/validate"
            })
    void whenTheServiceRedirectsToItself_thenItIsNotRecommended(String target) {
        service.enqueue(new MockResponse.Builder()
                .code(301)
                .addHeader("Location", target)
                .build());

        var message = refusal(online().check("DH1 3LE")).message();

        assertThat(message)
                .contains(
                        "redirects to itself. Start the front end with a --postcodes-url that is the address of postcodes.io")
                .doesNotContain("right service", "DH13LE");
    }

    @ParameterizedTest
    @CsvSource({
        "/login?from=DH13LE, /login.",
        "/own/login/, /own/login/.",
        "/login/dh1%203le, another page of its own.",
        "/login/dh1%25203le, another page of its own.",
        "/DH1/3LE, another page of its own.",
        "/DH13LE, another page of its own.",
        "/login;jsessionid=0A1B, /login.",
        "/own;jsessionid=0A1B/login;from=DH13LE, /own/login."
    })
    void whenTheServiceRedirectsToAPageOfItsOwn_thenThePageIsNamed_butNoPostcode(String target, String page) {
        service.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", target)
                .build());

        var message = refusal(online().check("DH1 3LE")).message();

        assertThat(message)
                .contains(" redirects to " + page + " Start the front end with a --postcodes-url that is the address")
                .doesNotContain("right service", "DH13LE", "3le", "3LE", "0A1B");
    }

    @ParameterizedTest
    @CsvSource({
        "DH1 3LE, /dh1%203le/postcodes/dh1%203le/validate",
        "dh1 3le, /own/dh1%203le/postcodes/",
        "%41b/c, https://example.com/%2541b%2Fc/postcodes/"
    })
    void whenTheServiceRedirectsToAnAddressWithThePostcode_thenTheAddressIsNotNamed(String postcode, String target) {
        service.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", target)
                .build());
        var postcodes = online();

        assertThat(refusal(postcodes.check(postcode)).message()).contains(" answered with a redirect.");
        assertThat(String.join("", log) + postcodes.describe())
                .contains("answered with a redirect")
                .doesNotContainIgnoringCase("dh1", "3le", "41b");
    }

    /** It is none, so it may have any characters, also those that a path cannot have as they are. */
    @Test
    void whenThePostcodeHasOddCharacters_thenNoPageWithItIsNamed() {
        service.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "/login/a%25zz")
                .build());

        assertThat(refusal(online().check("a%zz")).message()).contains(" redirects to another page of its own.");
    }

    @Test
    void whenThePathIsWrong_thenTheOptionIsNamed() {
        answer(404, "{\"status\":404,\"error\":\"Resource not found\"}");

        assertThat(refusal(online().check("DH1 3LE")).message()).contains("HTTP status 404", "--postcodes-url");
    }

    /** What a plain server says to the beginning of a TLS handshake, and a TLS server to a plain request. */
    @ParameterizedTest
    @CsvSource({
        "https,HTTP/1.1 400 Bad Request,does not speak https.,begins with http:",
        "http,\u0015\u0003\u0003 alert,does not speak http.,begins with https:"
    })
    void whenTheSchemeIsWrong_thenTheOptionIsNamed(String scheme, String answer, String words, String remedy)
            throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answered = CompletableFuture.runAsync(() -> answerOnce(server, answer + "\r\n\r\n"));
            var url = service.url("/").newBuilder().scheme(scheme).port(server.getLocalPort());
            var postcodes = online(url.build());

            assertThat(refusal(postcodes.check("DH1 3LE")).message()).contains(words, "--postcodes-url", remedy);
            answered.get();
        }
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
    void whatWasAnsweredLastIsSaid_andEachChangeOnceInTheLog() {
        var postcodes = online();
        assertThat(postcodes.describe()).startsWith("online: ").endsWith("not asked yet");

        answer(200, YES);
        postcodes.check("DH1 3LE");
        assertThat(postcodes.describe()).containsPattern("answered [0-9]+ s ago");

        answer(500, "");
        postcodes.check("DH1 3LF");
        answer(500, "");
        postcodes.check("DH1 3LF");
        assertThat(postcodes.describe()).contains(" s ago", "HTTP status 500");

        service.close();
        postcodes.check("DH1 3LG");
        assertThat(postcodes.describe()).contains(" s ago", "cannot be reached");
        assertThat(log).hasSize(3);
    }

    @Test
    void theUserAgentIsTheProgram() throws InterruptedException {
        answer(200, YES);

        online().check("DH1 3LE");

        assertThat(service.takeRequest().getHeaders().get("User-Agent")).isEqualTo("just-hungry");
    }

    @Test
    void whenAPostcodeIsNew_thenItIsTakenAfterAWhile() {
        var postcodesIo = new FakePostcodesIo().unknown("ZZ99ZZ");
        service.setDispatcher(postcodesIo);
        var postcodes = online();
        postcodes.check("ZZ9 9ZZ");
        postcodesIo.opened("ZZ99ZZ");

        assertThat(postcodes.check("ZZ9 9ZZ").refusal()).isPresent();
        now = now.plus(AnswerCache.MAX_AGE);
        assertThat(postcodes.check("ZZ9 9ZZ")).isEqualTo(new PostcodeResult.Accepted());
    }

    @Test
    void whenTheServiceIsAway_thenWhatItSaidBeforeHolds() {
        var postcodesIo = new FakePostcodesIo().unknown("ZZ99ZZ");
        service.setDispatcher(postcodesIo);
        var postcodes = online();
        postcodes.check("DH1 3LE");
        postcodes.check("ZZ9 9ZZ");
        now = now.plus(AnswerCache.MAX_AGE);
        service.close();

        assertThat(postcodes.check("DH1 3LE")).isEqualTo(new PostcodeResult.Accepted());
        assertThat(refusal(postcodes.check("ZZ9 9ZZ")).reason()).isEqualTo(RefusalReason.INVALID_POSTCODE);
    }

    @Test
    void whenThePostcodeIsAskedAgainInAnotherForm_thenTheFirstAnswerServes() {
        answer(200, NO);
        answer(404, "");
        var postcodes = online();
        postcodes.check("zz9 9zz");

        assertThat(refusal(postcodes.check("ZZ99ZZ")).reason()).isEqualTo(RefusalReason.INVALID_POSTCODE);
        assertThat(service.getRequestCount()).isEqualTo(2);
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
        answer(404, "");

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
        return online(service.url("/own/"));
    }

    private PostcodeChecker online(HttpUrl url) {
        return new OnlinePostcodeChecker(new PostcodeService(
                new PostcodeHttpClient(url, PATIENCE),
                () -> now,
                log::add,
                OnlinePostcodeChecker.CONSEQUENCE,
                new SharedQuestions(100, 100, PATIENCE)));
    }

    private static void answerOnce(ServerSocket server, String answer) {
        try (var connection = server.accept()) {
            connection.getInputStream().read();
            connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(int status, String body) {
        service.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private static Response.Refused refusal(PostcodeResult verdict) {
        return verdict.refusal().orElseThrow();
    }
}
