package justhungry.backend.replication;

import static justhungry.backend.replication.ReplicationTestContext.SERVER2;
import static justhungry.backend.replication.ReplicationTestContext.SERVER3;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.replication.AppendResponse;
import justhungry.api.replication.BackendStatus.BackendRole;
import org.junit.jupiter.api.Test;

/** The changes that a primary makes to its own view, and the answers that may arrive meanwhile. */
class ViewChangeTest {
    private static final Duration TICK = Duration.ofMillis(20);

    private final ReplicationTestContext context = new ReplicationTestContext();

    @Test
    void whenTheRegisterStillHoldsTheOldView_thenTheSameProposalIsMadeAgain() {
        server3EndsWithAnUpdateUnderWay();

        context.run(context.replication.onProposalAnswered(context.replication.view(), context.now()));
        context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval().multipliedBy(2));

        assertThat(context.proposed).hasSize(2);
        assertThat(context.proposed.get(1)).isEqualTo(context.proposed.get(0));
    }

    @Test
    void whenTheProposalIsAnsweredAfterTheReign_thenThatChangesNothing() {
        server3EndsWithAnUpdateUnderWay();
        var next = context.view(2, SERVER2, SERVER2, context.self());
        context.adopt(next);

        context.run(context.replication.onProposalAnswered(next, context.now()));

        assertThat(context.replication.role()).isEqualTo(BackendRole.REPLICA);
    }

    @Test
    void aMemberThatWasTakenOutEntersAgain() {
        server3EndsWithAnUpdateUnderWay();
        context.acknowledge(SERVER2);
        context.run(context.replication.onProposalAnswered(context.proposed.get(0), context.now()));

        context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval().plus(TICK));
        context.acknowledge(SERVER3);

        assertThat(context.proposed).hasSize(2);
        assertThat(context.proposed.get(1).inSync()).contains(SERVER3);
    }

    @Test
    void aMemberThatWasSilentDoesNotComeAndGo_itEntersAgainOnlyAfterSomeTime() {
        context.servesWith(SERVER2, SERVER3);
        context.decide();
        context.acknowledge(SERVER2);
        context.waitFor(ReplicationConfig.DEFAULT.silenceTimeout().plus(TICK));
        context.acknowledge(SERVER2);
        context.run(context.replication.onProposalAnswered(context.proposed.get(0), context.now()));

        answerFor(ReplicationConfig.DEFAULT.rejoinDelay().minusMillis(200), SERVER2, SERVER3);
        assertThat(context.proposed).hasSize(1);

        answerFor(Duration.ofMillis(400), SERVER2, SERVER3);
        assertThat(context.proposed.get(1).inSync()).contains(SERVER3);
    }

    @Test
    void whenAMemberHasEndedAndTheRegisterKeepsSilent_updatesAreRefusedRatherThanKeptWaiting() {
        server3EndsWithAnUpdateUnderWay();

        answerFor(ReplicationConfig.DEFAULT.proposalTimeout(), SERVER2);
        assertThat(context.replication.shortage(context.now())).isEmpty();

        answerFor(TICK, SERVER2);
        assertThat(context.replication.shortage(context.now()))
                .hasValueSatisfying(why -> assertThat(why).contains("the name server does not answer"));
    }

    @Test
    void aMemberThatKnowsThePrimarysNextViewFirst_doesNotEndTheReign() {
        server3EndsWithAnUpdateUnderWay();

        staleAnswerOf2(2);
        assertThat(context.replication.role()).as("its own proposal").isEqualTo(BackendRole.PRIMARY);

        context.run(context.replication.onProposalAnswered(context.proposed.get(0), context.now()));
        assertThat(context.lastTo(SERVER2).append().epoch()).as("at once").isEqualTo(2);
        staleAnswerOf2(2);
        assertThat(context.replication.role()).as("its own view").isEqualTo(BackendRole.PRIMARY);
        assertThat(context.viewQuestions).isZero();
    }

    @Test
    void aMemberThatSpeaksOfAHigherEpochThanTheProposedOne_isAReasonToAskTheRegister() {
        server3EndsWithAnUpdateUnderWay();

        staleAnswerOf2(3);

        assertThat(context.replication.role()).isEqualTo(BackendRole.PRIMARY);
        assertThat(context.viewQuestions).isEqualTo(1);
    }

    @Test
    void whileAViewIsProposed_aBackEndThatIsInNeitherSetIsNotWaitedFor() {
        var bystander = new Member("server4", new UUID(0, 4));
        context.servesWith(SERVER2);
        context.run(
                context.replication.onRegistered(List.of(context.self(), SERVER2, SERVER3, bystander), context.now()));
        context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval().plus(TICK));
        context.acknowledge(SERVER2);
        context.acknowledge(SERVER3);
        assertThat(context.proposed).hasSize(1);

        context.decide();
        context.acknowledge(SERVER2);
        context.acknowledge(SERVER3);

        assertThat(context.replication.committedIndex()).isEqualTo(2);
    }

    @Test
    void aBackEndCatchesUpAsLongAsItIsRegistered() {
        var withThree = List.of(context.self(), SERVER2, SERVER3);
        context.servesWith(SERVER2);
        context.run(context.replication.onRegistered(withThree, context.now()));
        context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval().plus(TICK));
        context.run(context.replication.onRegistered(withThree, context.now()));
        context.run(context.replication.onAnswer(
                SERVER3, context.lastTo(SERVER3).call(), new AppendResponse.LogMismatch(0), context.now()));
        assertThat(context.lastTo(SERVER3).append().previousIndex())
                .as("its answer counts, though it was registered again meanwhile")
                .isZero();

        long last = context.lastTo(SERVER3).call();
        context.run(context.replication.onRegistered(List.of(context.self(), SERVER2), context.now()));
        context.waitFor(ReplicationConfig.DEFAULT.silenceTimeout());
        assertThat(context.lastTo(SERVER3).call()).isEqualTo(last);
    }

    private void server3EndsWithAnUpdateUnderWay() {
        context.servesWith(SERVER2, SERVER3);
        context.decide();
        context.end(SERVER3);
    }

    /** Lets these members answer every call during the time. */
    private void answerFor(Duration time, Member... members) {
        var end = context.now().plus(time);
        while (context.now().compareTo(end) < 0) {
            context.waitFor(TICK);
            for (var member : members) {
                context.acknowledge(member);
            }
        }
    }

    private void staleAnswerOf2(long epoch) {
        context.run(context.replication.onAnswer(
                SERVER2, context.lastTo(SERVER2).call(), new AppendResponse.StaleEpoch(epoch), context.now()));
    }
}
