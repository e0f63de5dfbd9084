package justhungry.frontend.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class AvailabilityTimerTest {
    private final AvailabilityTimer timer = new AvailabilityTimer(Duration.ofSeconds(50), Duration.ofSeconds(1));

    @Test
    void beforeTheFirstServiceItIsPatient() {
        assertThat(shortAt(0)).isFalse();
        assertThat(shortAt(49_999)).isFalse();
        assertThat(shortAt(50_000)).isTrue();
    }

    @Test
    void afterServiceAShortageEndsItSoon() {
        timer.onService();

        assertThat(shortAt(10_000)).isFalse();
        assertThat(shortAt(10_999)).isFalse();
        assertThat(shortAt(11_000)).isTrue();
    }

    @Test
    void serviceInBetweenBeginsTheTimeAgain() {
        timer.onService();
        shortAt(0);
        timer.onService();

        assertThat(shortAt(5_000)).isFalse();
    }

    private boolean shortAt(long millis) {
        var effects = new ArrayList<FailoverEffect>();
        timer.onShortage(Instant.EPOCH.plusMillis(millis), effects);
        return !effects.isEmpty();
    }
}
