package justhungry.backend.replication;

import static justhungry.backend.replication.Bench.SERVER2;
import static justhungry.backend.replication.Bench.SERVER3;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a primary does about calls that do not end, or end badly. */
class SilentPeerTest {
    private static final Duration LONGER_THAN_SILENCE = Tuning.DEFAULT.silence().plusMillis(20);

    private final Bench bench = new Bench();

    @Test
    void aCallThatIsUnderWayForTooLongIsBrokenOff_andTheNextOneIsMade() {
        bench.servesWith(SERVER2, SERVER3);
        bench.decide();
        bench.acknowledge(SERVER2);
        long hanging = bench.lastTo(SERVER3).call();

        bench.waitFor(LONGER_THAN_SILENCE);

        assertThat(bench.brokenOff).containsExactly(SERVER3);
        assertThat(bench.lastTo(SERVER3).call()).isGreaterThan(hanging);
    }

    @Test
    void whenABackEndThatHadEndedTakesACallAndKeepsSilent_thenThatCallIsBrokenOffToo() {
        bench.servesWith(SERVER2, SERVER3);
        bench.decide();
        bench.end(SERVER3);
        bench.waitFor(Tuning.DEFAULT.heartbeat().plusMillis(20));
        long hanging = bench.lastTo(SERVER3).call();
        bench.brokenOff.clear();

        bench.waitFor(LONGER_THAN_SILENCE);

        assertThat(bench.brokenOff).contains(SERVER3);
        assertThat(bench.lastTo(SERVER3).call()).isGreaterThan(hanging);
    }

    @Test
    void aCallThatFailsIsMadeAgain_andItsMemberStaysInSync() {
        bench.servesWith(SERVER2, SERVER3);
        bench.decide();
        long failed = bench.lastTo(SERVER3).call();

        bench.run(bench.replication.onNoAnswer(SERVER3, failed, bench.now()));

        assertThat(bench.lastTo(SERVER3).call()).isGreaterThan(failed);
        assertThat(bench.lastTo(SERVER3).append().entries()).hasSize(1);
        assertThat(bench.proposed).isEmpty();
    }

    @Test
    void aMemberWhoseEveryCallFailsAtOnceIsSuspectedToo() {
        bench.servesWith(SERVER2, SERVER3);
        bench.decide();
        bench.acknowledge(SERVER2);

        for (int beat = 0; beat < 100; beat++) {
            bench.run(
                    bench.replication.onNoAnswer(SERVER3, bench.lastTo(SERVER3).call(), bench.now()));
            bench.waitFor(Tuning.DEFAULT.heartbeat());
            bench.acknowledge(SERVER2);
        }

        assertThat(bench.proposed).isNotEmpty();
        assertThat(bench.proposed.get(0).inSync()).containsExactlyInAnyOrder(bench.self(), SERVER2);
    }
}
