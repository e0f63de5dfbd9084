package justhungry.frontend.postcodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import justhungry.api.shop.RefusalReason;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A postcode service that is too slow: the check ends by its real time-outs. */
@Timeout(30)
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

    private RefusalReason check() {
        var result = PostcodeChecker.online(service.url("/own/")).check("DH1 3LE");
        return result.refusal().orElseThrow().reason();
    }
}
