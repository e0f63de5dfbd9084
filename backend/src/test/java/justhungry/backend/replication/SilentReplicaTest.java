package justhungry.backend.replication;

import static justhungry.backend.replication.ReplicationTestContext.SERVER2;
import static justhungry.backend.replication.ReplicationTestContext.SERVER3;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import justhungry.api.cluster.Member;
import org.junit.jupiter.api.Test;

/** The primary's reaction to calls that do not end, or fail. */
class SilentReplicaTest {
    private static final Duration TICK = Duration.ofMillis(20);
    private static final Duration LONGER_THAN_SILENCE_TIMEOUT =
            ReplicationConfig.DEFAULT.silenceTimeout().plus(TICK);

    private final ReplicationTestContext context = new ReplicationTestContext();

    @Test
    void aCallThatIsUnderWayForTooLongIsBrokenOff_andTheNextOneIsMade() {
        context.servesWith(SERVER2, SERVER3);
        context.decide();
        context.acknowledge(SERVER2);
        long hanging = context.lastTo(SERVER3).call();

        context.waitFor(LONGER_THAN_SILENCE_TIMEOUT);

        assertThat(context.cancelledCalls).containsExactly(SERVER3);
        assertThat(context.lastTo(SERVER3).call()).isGreaterThan(hanging);
    }

    @Test
    void aCallMayTakeAsLongAsTheSilence_andNoLonger() {
        context.servesWith(SERVER2);
        context.decide();

        context.waitFor(ReplicationConfig.DEFAULT.silenceTimeout());
        assertThat(context.cancelledCalls).isEmpty();

        context.waitFor(TICK);
        assertThat(context.cancelledCalls).containsExactly(SERVER2);
    }

    @Test
    void whenABackEndThatHadEndedTakesACallAndKeepsSilent_thenThatCallIsBrokenOffToo() {
        context.servesWith(SERVER2, SERVER3);
        context.decide();
        context.end(SERVER3);
        context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval().plusMillis(20));
        long hanging = context.lastTo(SERVER3).call();
        context.cancelledCalls.clear();

        context.waitFor(LONGER_THAN_SILENCE_TIMEOUT);

        assertThat(context.cancelledCalls).contains(SERVER3);
        assertThat(context.lastTo(SERVER3).call()).isGreaterThan(hanging);
    }

    @Test
    void aSingleCallThatFails_throwsNobodyOut() {
        context.servesWith(SERVER2, SERVER3);
        context.decide();
        context.acknowledge(SERVER2);
        long failed = context.lastTo(SERVER3).call();

        context.run(context.replication.onNoAnswer(SERVER3, failed, context.now()));
        assertThat(context.lastTo(SERVER3).call()).as("called again at once").isGreaterThan(failed);
        context.waitFor(ReplicationConfig.DEFAULT.silenceTimeout().minusMillis(20));
        context.acknowledge(SERVER3);
        context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval());

        assertThat(context.proposed).isEmpty();
        assertThat(context.cancelledCalls).isEmpty();
        assertThat(context.replication.committedIndex()).isEqualTo(2);
    }

    @Test
    void aMemberThatWasSilentMayComeBackOnlyAfterAWhile_soThatASlowDiskDoesNotComeAndGo() {
        context.servesWith(SERVER2, SERVER3);
        context.decide();
        keepUp(LONGER_THAN_SILENCE_TIMEOUT, SERVER2);
        var brokenOffAt = context.now();
        var without3 = context.proposed.get(0);
        context.run(context.replication.onProposalAnswered(without3, context.now()));
        assertThat(without3.inSync()).containsExactlyInAnyOrder(context.self(), SERVER2);

        keepUp(ReplicationConfig.DEFAULT.rejoinDelay().minus(TICK), SERVER2, SERVER3);
        assertThat(context.proposed).as("it answers, and has every entry").containsExactly(without3);

        keepUp(TICK, SERVER2, SERVER3);
        assertThat(context.now()).isEqualTo(brokenOffAt.plus(ReplicationConfig.DEFAULT.rejoinDelay()));
        assertThat(context.proposed).hasSize(2);
        assertThat(context.proposed.get(1).inSync()).contains(SERVER3);
    }

    @Test
    void aMemberThatIsSilentAgainAndAgain_waitsAnewEachTime() {
        context.servesWith(SERVER2, SERVER3);
        context.decide();
        keepUp(LONGER_THAN_SILENCE_TIMEOUT, SERVER2);
        context.run(context.replication.onProposalAnswered(context.proposed.get(0), context.now()));
        keepUp(ReplicationConfig.DEFAULT.rejoinDelay().dividedBy(2), SERVER2, SERVER3);
        keepUp(ReplicationConfig.DEFAULT.silenceTimeout().plusMillis(200), SERVER2);

        keepUp(ReplicationConfig.DEFAULT.rejoinDelay().minusMillis(300), SERVER2, SERVER3);

        assertThat(context.proposed).hasSize(1);
    }

    @Test
    void aMemberWhoseProcessHasEnded_mayComeBackAtOnce_howeverOftenItWasCalledMeanwhile() {
        context.servesWith(SERVER2, SERVER3);
        context.decide();
        refuseCallsOf3(LONGER_THAN_SILENCE_TIMEOUT);
        context.run(context.replication.onProposalAnswered(context.proposed.get(0), context.now()));
        refuseCallsOf3(LONGER_THAN_SILENCE_TIMEOUT);

        keepUp(ReplicationConfig.DEFAULT.heartbeatInterval().plus(TICK), SERVER2, SERVER3);

        assertThat(context.proposed).hasSize(2);
        assertThat(context.proposed.get(1).inSync()).contains(SERVER3);
        assertThat(context.cancelledCalls).isEmpty();
    }

    /** It was stopped, say; the answers that came meanwhile are still to be handed over. */
    @Test
    void whatThePrimaryWasLateItself_isNoSilenceOfTheOthers() {
        context.servesWith(SERVER2, SERVER3);
        context.decide();
        context.waitFor(TICK);

        context.oversleep(LONGER_THAN_SILENCE_TIMEOUT);
        assertThat(context.cancelledCalls).isEmpty();

        context.waitFor(ReplicationConfig.DEFAULT.silenceTimeout());
        assertThat(context.cancelledCalls).containsExactlyInAnyOrder(SERVER2, SERVER3);
    }

    private void refuseCallsOf3(Duration time) {
        var end = context.now().plus(time);
        while (context.now().compareTo(end) < 0) {
            context.end(SERVER3);
            keepUp(TICK, SERVER2);
        }
    }

    /** Lets these members answer every call during the time; the others stay silent. */
    private void keepUp(Duration time, Member... answering) {
        var end = context.now().plus(time);
        while (context.now().compareTo(end) < 0) {
            context.waitFor(TICK);
            List.of(answering).forEach(context::acknowledge);
        }
    }

    @Test
    void aMemberWhoseEveryCallFailsAtOnceIsSuspectedToo() {
        context.servesWith(SERVER2, SERVER3);
        context.decide();
        context.acknowledge(SERVER2);

        for (int beat = 0; beat < 100; beat++) {
            context.run(context.replication.onNoAnswer(
                    SERVER3, context.lastTo(SERVER3).call(), context.now()));
            context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval());
            context.acknowledge(SERVER2);
        }

        assertThat(context.proposed).isNotEmpty();
        assertThat(context.proposed.get(0).inSync()).containsExactlyInAnyOrder(context.self(), SERVER2);
    }
}
