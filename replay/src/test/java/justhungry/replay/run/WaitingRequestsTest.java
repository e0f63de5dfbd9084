package justhungry.replay.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitingRequestsTest {
    private final WaitingRequests waiting = new WaitingRequests();

    @Test
    void silenceBeginsWithTheFirstRequestThatWaits_andWithEachAnswer() {
        waiting.onSent(100);
        waiting.onSent(105);

        assertThat(waiting.onAnswered(106)).isEqualTo(100);
        assertThat(waiting.onAnswered(110)).isEqualTo(106);
    }

    @Test
    void whileNothingWaitsThereIsNoSilence() {
        waiting.onSent(100);
        waiting.onAnswered(106);

        assertThat(waiting.silentSince()).isEmpty();
        waiting.onSent(900);
        assertThat(waiting.silentSince()).hasValue(900);
        assertThat(waiting.onAnswered(910)).isEqualTo(900);
    }

    @Test
    void whoGivesUpEndsNoSilence() {
        waiting.onSent(100);
        waiting.onSent(105);

        assertThat(waiting.onGivenUp(300)).isEqualTo(100);
        assertThat(waiting.silentSince()).hasValue(100);
    }
}
