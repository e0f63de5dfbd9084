package justhungry.frontend.postcodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import justhungry.api.shop.RefusalReason;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A postcode service that is too slow: the check ends by its real time-outs. */
@Timeout(300)
class PostcodeTimeoutIT {
    @StartStop
    private final MockWebServer service = new MockWebServer();

    @Test
    void whenNoAnswerComes_thenTheCheckEndsAsUnchecked() {
        service.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertThat(check()).isEqualTo(RefusalReason.POSTCODE_UNCHECKED);
    }

    @Test
    void whenTheAnswerComesByteByByte_thenTheCheckEndsAsUnchecked() {
        service.enqueue(new MockResponse.Builder()
                .body("{\"status\":200,\"result\":true}")
                .throttleBody(1, 1, TimeUnit.SECONDS)
                .build());

        assertThat(check()).isEqualTo(RefusalReason.POSTCODE_UNCHECKED);
    }

    /**
     * Each answer takes 0.8 s. The limit of 3 s must not count the time in this front end's own queue. If it did, no attempt
     * would succeed; on a busy machine one may fail.
     */
    @Test
    void whenThirtyCustomersComeAtOnce_thenAllAreAnswered() {
        var postcodesIo = new FakePostcodesIo();
        postcodesIo.becomes(FakePostcodesIo.Mode.SLOWLY);
        service.setDispatcher(postcodesIo);

        await().atMost(Duration.ofMinutes(2)).pollInSameThread().untilAsserted(() -> assertThirtyAreAnswered(online()));
    }

    private static void assertThirtyAreAnswered(PostcodeChecker postcodes) throws Exception {
        var customers = Executors.newFixedThreadPool(30);
        try {
            var results = customers.invokeAll(IntStream.range(0, 30)
                    .<Callable<PostcodeResult>>mapToObj(number -> () -> postcodes.check("DH%d 3LE".formatted(number)))
                    .toList());
            for (var result : results) {
                assertThat(result.get()).isEqualTo(new PostcodeResult.Accepted());
            }
        } finally {
            customers.shutdownNow();
        }
    }

    private PostcodeChecker online() {
        return PostcodeChecker.online(service.url("/own/"), () -> Instant.EPOCH, line -> {});
    }

    private RefusalReason check() {
        var result = online().check("DH1 3LE");
        return result.refusal().orElseThrow().reason();
    }
}
