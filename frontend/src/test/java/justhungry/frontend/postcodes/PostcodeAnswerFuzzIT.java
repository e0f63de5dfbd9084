package justhungry.frontend.postcodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Response;
import justhungry.testing.MutatedText;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Malformed answers of the service: each gives accepted, invalid or unchecked, and never an exception. {@code -Dfuzz.cases=N}
 * gives more of them, {@code -Dfuzz.seed=N} others.
 */
@Timeout(600)
class PostcodeAnswerFuzzIT {
    private static final int CASES = Integer.getInteger("fuzz.cases", 80);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final List<Integer> STATUSES = List.of(200, 200, 200, 201, 206, 301, 400, 404, 429, 500, 999);

    @StartStop
    private final MockWebServer service = new MockWebServer();

    private final Random random = new Random(SEED);

    @Test
    void whenTheAnswerIsNotQuiteRight_thenThereIsAVerdictAndOnlyAClearNoIsInvalid() {
        var postcodes = new OnlinePostcodeChecker(new PostcodeService(service.url("/"), PostcodeServiceTest.PATIENCE));
        for (int made = 0; made < CASES; made++) {
            int status = STATUSES.get(random.nextInt(STATUSES.size()));
            var body = body();
            service.enqueue(
                    new MockResponse.Builder().code(status).body(body.clone()).build());

            var verdict = postcodes.check("A" + made); // One that is not cached.

            var words = "seed %d, case %d, HTTP %d: %s"
                    .formatted(SEED, made, status, body.clone().readUtf8());
            assertThat(verdict.refusal()
                            .map(Response.Refused::reason)
                            .map(RefusalReason::name)
                            .orElse("ACCEPTED"))
                    .as(() -> words.substring(0, Math.min(1_000, words.length())))
                    .isIn(allowed(status, body.readUtf8()));
        }
    }

    private static List<String> allowed(int status, String body) {
        var unchecked = RefusalReason.POSTCODE_UNCHECKED.name();
        if (status != 200) {
            return List.of(unchecked);
        }
        return body.toLowerCase(Locale.ROOT).contains("false")
                ? List.of(unchecked, "ACCEPTED", RefusalReason.INVALID_POSTCODE.name())
                : List.of(unchecked, "ACCEPTED");
    }

    private Buffer body() {
        var right = "{\"status\":200,\"result\":" + random.nextBoolean() + "}";
        return switch (random.nextInt(5)) {
            case 0 -> new Buffer().write(bytes());
            case 1 ->
                new Buffer()
                        .writeUtf8("[{\"result\":".substring(random.nextInt(2)).repeat(random.nextInt(3_000)));
            default -> new Buffer().write(MutatedText.of(right, random));
        };
    }

    private byte[] bytes() {
        var bytes = new byte[random.nextInt(6_000)];
        random.nextBytes(bytes);
        return bytes;
    }
}
