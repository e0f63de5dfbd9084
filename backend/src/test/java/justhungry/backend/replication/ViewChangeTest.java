package justhungry.backend.replication;

import static justhungry.backend.replication.Bench.SERVER2;
import static justhungry.backend.replication.Bench.SERVER3;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.replication.AppendAnswer;
import justhungry.api.replication.BackendStatus.Role;
import org.junit.jupiter.api.Test;

/** The changes that a primary makes to its own view, and the answers that may arrive meanwhile. */
class ViewChangeTest {
    private static final Duration TICK = Duration.ofMillis(20);

    private final Bench bench = new Bench();

    @Test
    void whenTheRegisterStillHoldsTheOldView_thenTheSameProposalIsMadeAgain() {
        server3EndsWithAnUpdateUnderWay();

        bench.run(bench.replication.onProposalAnswered(bench.replication.view(), bench.now()));
        bench.waitFor(Tuning.DEFAULT.heartbeat().multipliedBy(2));

        assertThat(bench.proposed).hasSize(2);
        assertThat(bench.proposed.get(1)).isEqualTo(bench.proposed.get(0));
    }

    @Test
    void whenTheProposalIsAnsweredAfterTheReign_thenThatChangesNothing() {
        server3EndsWithAnUpdateUnderWay();
        var next = bench.view(2, SERVER2, SERVER2, bench.self());
        bench.adopt(next);

        bench.run(bench.replication.onProposalAnswered(next, bench.now()));

        assertThat(bench.replication.role()).isEqualTo(Role.REPLICA);
    }

    @Test
    void aMemberThatWasTakenOutEntersAgain() {
        server3EndsWithAnUpdateUnderWay();
        bench.acknowledge(SERVER2);
        bench.run(bench.replication.onProposalAnswered(bench.proposed.get(0), bench.now()));

        bench.waitFor(Tuning.DEFAULT.heartbeat().plus(TICK));
        bench.acknowledge(SERVER3);

        assertThat(bench.proposed).hasSize(2);
        assertThat(bench.proposed.get(1).inSync()).contains(SERVER3);
    }

    @Test
    void aMemberThatWasSilentDoesNotComeAndGo_itEntersAgainOnlyAfterSomeTime() {
        bench.servesWith(SERVER2, SERVER3);
        bench.decide();
        bench.acknowledge(SERVER2);
        bench.waitFor(Tuning.DEFAULT.silence().plus(TICK));
        bench.acknowledge(SERVER2);
        bench.run(bench.replication.onProposalAnswered(bench.proposed.get(0), bench.now()));

        answerFor(Tuning.DEFAULT.rejoin().minusMillis(200), SERVER2, SERVER3);
        assertThat(bench.proposed).hasSize(1);

        answerFor(Duration.ofMillis(400), SERVER2, SERVER3);
        assertThat(bench.proposed.get(1).inSync()).contains(SERVER3);
    }

    @Test
    void whenAMemberHasEndedAndTheRegisterKeepsSilent_updatesAreRefusedRatherThanKeptWaiting() {
        server3EndsWithAnUpdateUnderWay();

        answerFor(Tuning.DEFAULT.proposal(), SERVER2);
        assertThat(bench.replication.shortage(bench.now())).isEmpty();

        answerFor(TICK, SERVER2);
        assertThat(bench.replication.shortage(bench.now()))
                .hasValueSatisfying(why -> assertThat(why).contains("the name server does not answer"));
    }

    @Test
    void aMemberThatKnowsThePrimarysNextViewFirst_doesNotEndTheReign() {
        server3EndsWithAnUpdateUnderWay();

        staleAnswerOf2(2);
        assertThat(bench.replication.role()).as("its own proposal").isEqualTo(Role.PRIMARY);

        bench.run(bench.replication.onProposalAnswered(bench.proposed.get(0), bench.now()));
        staleAnswerOf2(2);
        assertThat(bench.replication.role()).as("its own view").isEqualTo(Role.PRIMARY);
        assertThat(bench.lastTo(SERVER2).append().epoch()).isEqualTo(2);
    }

    @Test
    void aMemberThatHasSeenAHigherEpochThanTheProposedOneEndsTheReign() {
        server3EndsWithAnUpdateUnderWay();

        staleAnswerOf2(3);

        assertThat(bench.replication.role()).isEqualTo(Role.REPLICA);
    }

    @Test
    void whileAViewIsProposed_aBackEndThatIsInNeitherSetIsNotWaitedFor() {
        var bystander = new Member("server4", new UUID(0, 4));
        bench.servesWith(SERVER2);
        bench.run(bench.replication.onRegistered(List.of(bench.self(), SERVER2, SERVER3, bystander), bench.now()));
        bench.waitFor(Tuning.DEFAULT.heartbeat().plus(TICK));
        bench.acknowledge(SERVER2);
        bench.acknowledge(SERVER3);
        assertThat(bench.proposed).hasSize(1);

        bench.decide();
        bench.acknowledge(SERVER2);
        bench.acknowledge(SERVER3);

        assertThat(bench.replication.committedIndex()).isEqualTo(2);
    }

    @Test
    void aBackEndIsFedAsLongAsItIsRegistered() {
        var withThree = List.of(bench.self(), SERVER2, SERVER3);
        bench.servesWith(SERVER2);
        bench.run(bench.replication.onRegistered(withThree, bench.now()));
        bench.waitFor(Tuning.DEFAULT.heartbeat().plus(TICK));
        bench.run(bench.replication.onRegistered(withThree, bench.now()));
        bench.run(bench.replication.onAnswer(
                SERVER3, bench.lastTo(SERVER3).call(), new AppendAnswer.NeedsEarlier(0), bench.now()));
        assertThat(bench.lastTo(SERVER3).append().previousIndex())
                .as("its answer counts, though it was registered again meanwhile")
                .isZero();

        long last = bench.lastTo(SERVER3).call();
        bench.run(bench.replication.onRegistered(List.of(bench.self(), SERVER2), bench.now()));
        bench.waitFor(Tuning.DEFAULT.silence());
        assertThat(bench.lastTo(SERVER3).call()).isEqualTo(last);
    }

    private void server3EndsWithAnUpdateUnderWay() {
        bench.servesWith(SERVER2, SERVER3);
        bench.decide();
        bench.end(SERVER3);
    }

    /** Lets these members answer every call during the time. */
    private void answerFor(Duration time, Member... members) {
        var end = bench.now().plus(time);
        while (bench.now().compareTo(end) < 0) {
            bench.waitFor(TICK);
            for (var member : members) {
                bench.acknowledge(member);
            }
        }
    }

    private void staleAnswerOf2(long epoch) {
        bench.run(bench.replication.onAnswer(
                SERVER2, bench.lastTo(SERVER2).call(), new AppendAnswer.StaleEpoch(epoch), bench.now()));
    }
}
