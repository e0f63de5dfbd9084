package justhungry.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessSignalsIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** A child that has ended is collected by Java a moment later; nobody knows when, so this is tried often. */
    @RepeatedTest(100)
    void whoHasEndedIsNeverSeenAliveAgain_alsoWhileItIsCollected() throws IOException {
        var process = new ProcessBuilder("sleep", "1000").start().toHandle();
        process.destroyForcibly();
        while (!ProcessSignals.hasEnded(process)) {
            Thread.onSpinWait();
        }

        while (process.isAlive()) {
            assertThat(ProcessSignals.hasEnded(process)).isTrue();
        }
    }

    /** As {@code /proc} and {@code ps} tell it. */
    @ParameterizedTest
    @CsvSource({
        "S 1 2 3 0 -1 4194304 877 1911 0 0 2 3 5 8 20 0 25 0, false",
        "T 1 2 3 0 -1 4194304 877 1911 0 0 2 3 5 8 20 0 25 0, false",
        "Z 1 2 3 0 -1 4227148 449 0 1 0 1 0 0 0 20 0 2 0, false",
        "Z 1 2 3 0 -1 4227148 449 0 1 0 1 0 0 0 20 0 1 0, true",
        "X 1 2 3 0 -1 4227148 449 0 1 0 1 0 0 0 20 0 0 0, true",
        "Z+, true",
        "S+, false"
    })
    void aProcessIsOverWhenItsLastThreadIs(String state, boolean over) {
        assertThat(ProcessSignals.isOver(state)).isEqualTo(over);
    }

    @Test
    void whoIsStoppedAndContinuedIsSo_whenThatReturns() throws IOException {
        var sleeper = new ProcessBuilder("sleep", "1000").start().toHandle();
        try {
            assertThat(ProcessSignals.pause(sleeper)).isTrue();
            assertThat(ProcessSignals.isPaused(sleeper)).isTrue();
            assertThat(ProcessSignals.resume(sleeper)).isTrue();
            assertThat(ProcessSignals.isPaused(sleeper)).isFalse();
            assertThat(ProcessSignals.endsWithin(sleeper, Duration.ofMillis(10)))
                    .isFalse();
        } finally {
            sleeper.destroyForcibly();
        }
        assertThat(ProcessSignals.endsWithin(sleeper, TIMEOUT)).isTrue();
    }
}
