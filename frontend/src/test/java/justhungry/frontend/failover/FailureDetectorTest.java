package justhungry.frontend.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.BackendStatus.BackendRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureDetectorTest {
    private static final Member S1 = new Member("server1", new UUID(0, 1));
    private static final Member S2 = new Member("server2", new UUID(0, 1));
    private static final View VIEW = new View(5, S1, List.of(S1, S2));

    private final FailureDetector detector = new FailureDetector(Duration.ofSeconds(1));
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void watch() {
        detector.watch(VIEW, now);
    }

    @Test
    void beforeTheFirstViewThereIsNoPrimary() {
        assertThat(new FailureDetector(Duration.ofSeconds(1)).reason(now)).isPresent();
    }

    @Test
    void whenTheConnectionIsRefused_thenAtOnce() {
        detector.onEnded();

        assertThat(detector.reason(now)).isPresent();
    }

    @Test
    void whenNothingIsHeardForTheWholeTime_thenAndNotBefore() {
        assertThat(afterMillis(999)).isEmpty();
        assertThat(afterMillis(1)).hasValueSatisfying(why -> assertThat(why).contains("silent for 1000 ms"));
    }

    @Test
    void anAnswerBeginsTheTimeAgain() {
        afterMillis(900);
        detector.onStatus(status(S1, BackendRole.PRIMARY, 5), now);

        assertThat(afterMillis(999)).isEmpty();
        assertThat(afterMillis(1)).isPresent();
    }

    @Test
    void anAnswerOfSomebodyElseSaysNothingOfThePrimary() {
        afterMillis(900);
        detector.onStatus(status(S2, BackendRole.REPLICA, 5), now);

        assertThat(afterMillis(99)).isEmpty();
        assertThat(afterMillis(1)).hasValueSatisfying(why -> assertThat(why).contains("silent for 1000 ms"));
    }

    @ParameterizedTest(name = "{0} of epoch {1}, suspected: {2}")
    @CsvSource({
        "PRIMARY,5,false",
        "RECONCILING,5,false", // it is on its way to serve
        "REPLICA,5,true", // restarted, or stepped down
        "REPLICA,4,false", // it has not been told yet
        "PRIMARY,4,false",
        "REPLICA,6,true", // another one is primary by now
        "PRIMARY,6,false", // it has made a view without another member
    })
    void whatThePrimarySaysOfItself(BackendRole role, long epoch, boolean suspected) {
        detector.onStatus(status(S1, role, epoch), now);

        assertThat(detector.reason(now).isPresent()).isEqualTo(suspected);
    }

    @Test
    void whenThisProcessItselfWasStopped_thenThatIsNoSilenceOfThePrimary() {
        now = now.plusSeconds(30);

        assertThat(detector.reason(now)).isEmpty();
        assertThat(afterMillis(899)).isEmpty();
        assertThat(afterMillis(1)).isPresent();
    }

    /** 32 back ends on two cores: views changed 20 times a minute. */
    @Test
    void onAMachineThatIsLateForEachLook_onlyTheTimeUntilItWasDueCounts() {
        for (int looks = 1; looks < 10; looks++) {
            now = now.plusMillis(400);
            assertThat(detector.reason(now)).as("look %d", looks).isEmpty();
        }

        now = now.plusMillis(400);
        assertThat(detector.reason(now))
                .hasValueSatisfying(why -> assertThat(why).contains("silent for 1000 ms"));
    }

    @Test
    void anAnswerThatComesLateGivesNoTimeInAdvance() {
        now = now.plusSeconds(30);
        detector.onStatus(status(S1, BackendRole.PRIMARY, 5), now);

        assertThat(afterMillis(999)).isEmpty();
        assertThat(afterMillis(1)).isPresent();
    }

    @Test
    void whenRequestsFailForTheWholeTime_thenItsHeartbeatDoesNotExcuseIt() {
        failRequestsForMillis(900);
        assertThat(detector.reason(now)).isEmpty();

        failRequestsForMillis(100);
        assertThat(detector.reason(now))
                .hasValueSatisfying(why -> assertThat(why).contains("no request for 1000 ms"));
        assertThat(detector.isUnserving()).isTrue();

        detector.watch(VIEW, now);
        assertThat(detector.isUnserving()).isFalse();
    }

    @Test
    void anAnsweredRequestBeginsTheTimeAgain_andAPauseOfThisProcessDoesNotCount() {
        failRequestsForMillis(900);
        detector.onRequestAnswered();
        failRequestsForMillis(500);
        assertThat(detector.reason(now)).isEmpty();

        now = now.plusSeconds(30);
        failRequestsForMillis(300);
        assertThat(detector.reason(now)).isEmpty();

        failRequestsForMillis(100);
        assertThat(detector.reason(now)).isPresent();
    }

    private void failRequestsForMillis(long millis) {
        for (var end = now.plusMillis(millis); now.isBefore(end); now = now.plusMillis(100)) {
            detector.onRequestFailed(now);
            detector.onStatus(status(S1, BackendRole.PRIMARY, 5), now);
        }
        detector.onStatus(status(S1, BackendRole.PRIMARY, 5), now);
        detector.onRequestFailed(now);
    }

    @Test
    void aSuspicionHoldsUntilThePrimaryIsWatchedAnew() {
        detector.onEnded();
        detector.onStatus(status(S1, BackendRole.PRIMARY, 5), now);
        assertThat(detector.reason(now)).isPresent();

        detector.watch(VIEW, now);
        assertThat(detector.reason(now)).isEmpty();
    }

    /** Checks every 100 ms or more often, as the failover thread does. */
    private Optional<String> afterMillis(long millis) {
        var end = now.plusMillis(millis);
        while (now.plusMillis(100).isBefore(end)) {
            now = now.plusMillis(100);
            detector.reason(now);
        }
        now = end;
        return detector.reason(now);
    }

    private static BackendStatus status(Member member, BackendRole role, long epoch) {
        return new BackendStatus(member, role, epoch, 10, Math.min(epoch, 5), 10, 10, View.NONE, 0);
    }
}
