package justhungry.backend.replication;

import static justhungry.backend.replication.Bench.SERVER2;
import static justhungry.backend.replication.Bench.SERVER3;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import justhungry.api.cluster.Member;
import org.junit.jupiter.api.Test;

/** The primary's reaction to calls that do not end, or fail. */
class SilentPeerTest {
    private static final Duration TICK = Duration.ofMillis(20);
    private static final Duration LONGER_THAN_SILENCE = Tuning.DEFAULT.silence().plus(TICK);

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
    void aCallMayTakeAsLongAsTheSilence_andNoLonger() {
        bench.servesWith(SERVER2);
        bench.decide();

        bench.waitFor(Tuning.DEFAULT.silence());
        assertThat(bench.brokenOff).isEmpty();

        bench.waitFor(TICK);
        assertThat(bench.brokenOff).containsExactly(SERVER2);
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
    void aSingleCallThatFails_throwsNobodyOut() {
        bench.servesWith(SERVER2, SERVER3);
        bench.decide();
        bench.acknowledge(SERVER2);
        long failed = bench.lastTo(SERVER3).call();

        bench.run(bench.replication.onNoAnswer(SERVER3, failed, bench.now()));
        assertThat(bench.lastTo(SERVER3).call()).as("called again at once").isGreaterThan(failed);
        bench.waitFor(Tuning.DEFAULT.silence().minusMillis(20));
        bench.acknowledge(SERVER3);
        bench.waitFor(Tuning.DEFAULT.heartbeat());

        assertThat(bench.proposed).isEmpty();
        assertThat(bench.brokenOff).isEmpty();
        assertThat(bench.replication.committedIndex()).isEqualTo(2);
    }

    @Test
    void aMemberThatWasSilentMayComeBackOnlyAfterAWhile_soThatASlowDiskDoesNotComeAndGo() {
        bench.servesWith(SERVER2, SERVER3);
        bench.decide();
        keepUp(LONGER_THAN_SILENCE, SERVER2);
        var brokenOffAt = bench.now();
        var without3 = bench.proposed.get(0);
        bench.run(bench.replication.onProposalAnswered(without3, bench.now()));
        assertThat(without3.inSync()).containsExactlyInAnyOrder(bench.self(), SERVER2);

        keepUp(Tuning.DEFAULT.rejoin().minus(TICK), SERVER2, SERVER3);
        assertThat(bench.proposed).as("it answers, and has every entry").containsExactly(without3);

        keepUp(TICK, SERVER2, SERVER3);
        assertThat(bench.now()).isEqualTo(brokenOffAt.plus(Tuning.DEFAULT.rejoin()));
        assertThat(bench.proposed).hasSize(2);
        assertThat(bench.proposed.get(1).inSync()).contains(SERVER3);
    }

    @Test
    void aMemberThatIsSilentAgainAndAgain_waitsAnewEachTime() {
        bench.servesWith(SERVER2, SERVER3);
        bench.decide();
        keepUp(LONGER_THAN_SILENCE, SERVER2);
        bench.run(bench.replication.onProposalAnswered(bench.proposed.get(0), bench.now()));
        keepUp(Tuning.DEFAULT.rejoin().dividedBy(2), SERVER2, SERVER3);
        keepUp(Tuning.DEFAULT.silence().plusMillis(200), SERVER2);

        keepUp(Tuning.DEFAULT.rejoin().minusMillis(300), SERVER2, SERVER3);

        assertThat(bench.proposed).hasSize(1);
    }

    /** Lets these members answer every call during the time; the others stay silent. */
    private void keepUp(Duration time, Member... answering) {
        var end = bench.now().plus(time);
        while (bench.now().compareTo(end) < 0) {
            bench.waitFor(TICK);
            List.of(answering).forEach(bench::acknowledge);
        }
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
