package justhungry.backend.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefusalLogTest {
    private final RefusalLog log = new RefusalLog();

    @Test
    void aSenderThatDoesNotStopIsToldOfOnceAMinute_withTheNumberOfItsTries() {
        assertThat(log.onRefused("a", Duration.ZERO)).hasValue("a");
        assertThat(log.onRefused("a", Duration.ofSeconds(1))).isEmpty();
        assertThat(log.onRefused("b", Duration.ofSeconds(59))).isEmpty();
        assertThat(log.onRefused("a", Duration.ofSeconds(60)))
                .hasValue("a (2 more were refused since the last such line)");
        assertThat(log.onRefused("a", Duration.ofSeconds(119))).isEmpty();
    }
}
