package justhungry.backend.replication;

import static justhungry.backend.replication.Bench.SERVER2;
import static justhungry.backend.replication.Bench.SERVER3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendAnswer;
import justhungry.api.replication.BackendStatus.Role;
import org.junit.jupiter.api.Test;

class PrimaryTest {
    private static final Duration LONGER_THAN_SILENCE = Tuning.DEFAULT.silence().multipliedBy(2);

    private final Bench bench = new Bench();

    @Test
    void anUpdateIsCommittedOnlyWhenEveryInSyncMemberHasIt() {
        bench.servesWith(SERVER2, SERVER3);
        bench.decide();

        bench.acknowledge(SERVER2);
        assertThat(bench.replication.committedIndex()).isEqualTo(1);

        bench.acknowledge(SERVER3);
        assertThat(bench.replication.committedIndex()).isEqualTo(2);
    }

    @Test
    void aPrimaryOnAnOldCopyOfItsDisk_whichLacksWhatAnotherHasCarriedOut_ends() {
        bench.adopt(bench.view(1, bench.self(), bench.self(), SERVER2));
        var opening = bench.lastTo(SERVER2);

        assertThatThrownBy(() -> bench.run(bench.replication.onAnswer(
                        SERVER2, opening.call(), new AppendAnswer.Acknowledged(1, 2), bench.now())))
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining("old copy");
        assertThat(bench.replication.role()).isEqualTo(Role.RECONCILING);
    }

    @Test
    void aNewPrimaryServesOnlyWhenEveryInSyncMemberHasItsOpeningEntry() {
        bench.adopt(bench.view(1, bench.self(), bench.self(), SERVER2, SERVER3));
        bench.acknowledge(SERVER2);
        assertThat(bench.replication.role()).isEqualTo(Role.RECONCILING);

        bench.acknowledge(SERVER3);
        assertThat(bench.replication.role()).isEqualTo(Role.PRIMARY);
    }

    @Test
    void whenAReplicaIsSilent_nothingIsCommittedBeforeTheRegisterHasRecordedTheViewWithoutIt() {
        bench.servesWith(SERVER2, SERVER3);
        bench.decide();
        bench.acknowledge(SERVER2);
        bench.waitFor(LONGER_THAN_SILENCE);
        bench.acknowledge(SERVER2);

        var proposal = bench.proposed.get(0);
        assertThat(proposal.inSync()).containsExactlyInAnyOrder(bench.self(), SERVER2);
        assertThat(bench.replication.committedIndex()).isEqualTo(1);

        bench.run(bench.replication.onProposalAnswered(proposal, bench.now()));
        assertThat(bench.replication.committedIndex()).isEqualTo(2);
        assertThat(bench.store.log().epoch()).isEqualTo(2);
    }

    @Test
    void whenTheProposalWentUnanswered_theSameOneIsMadeAgain() {
        bench.servesWith(SERVER2, SERVER3);
        bench.run(bench.replication.onEnded(SERVER3, callUnderWayTo3(), bench.now()));
        bench.waitFor(Tuning.DEFAULT.heartbeat().plusMillis(20));
        bench.acknowledge(SERVER3); // It is back, but the view without it may be current by now.

        bench.run(bench.replication.onProposalUnanswered(bench.now()));
        bench.waitFor(Tuning.DEFAULT.heartbeat().minusMillis(20));
        assertThat(bench.proposed).as("the register gets no second call").hasSize(1);

        bench.waitFor(Duration.ofMillis(20));
        assertThat(bench.proposed).hasSize(2);
        assertThat(bench.proposed.get(1)).isEqualTo(bench.proposed.get(0));
    }

    @Test
    void anAppendOfAHigherEpochEndsTheReign_whateverTheRegisterHasTold() {
        bench.servesWith(SERVER2);

        bench.receive(new Append(SERVER2, 2, 1, 1, List.of(), 0, 0));

        assertThat(bench.replication.role()).isEqualTo(Role.REPLICA);
    }

    @Test
    void whenSomebodyElseActsAsPrimaryOfTheSameEpoch_thenThisProcessStops() {
        bench.servesWith(SERVER2);

        assertThatThrownBy(() -> bench.receive(new Append(SERVER2, 1, 1, 1, List.of(), 0, 0)))
                .isInstanceOf(BrokenInvariantException.class);
    }

    @Test
    void whenSomebodyElseChangedTheView_itStopsBeingPrimary() {
        bench.servesWith(SERVER2, SERVER3);
        bench.run(bench.replication.onEnded(SERVER3, callUnderWayTo3(), bench.now()));

        bench.run(bench.replication.onProposalAnswered(bench.view(2, SERVER2, SERVER2, bench.self()), bench.now()));

        assertThat(bench.replication.role()).isEqualTo(Role.REPLICA);
    }

    @Test
    void withOnlyOneOfTwoReachable_updatesAreRefused_andTheInSyncSetStays() {
        bench.servesWith(SERVER2);
        bench.waitFor(LONGER_THAN_SILENCE);

        assertThat(bench.replication.shortage(bench.now())).isPresent();
        assertThat(bench.replication.isReadyForBatch(bench.now())).isFalse();
        assertThat(bench.proposed).isEmpty();

        bench.acknowledge(SERVER2);
        assertThat(bench.replication.shortage(bench.now())).isEmpty();
    }

    @Test
    void aBackEndThatHasCaughtUpEntersTheInSyncSet_andMustAcknowledgeWhileThatIsProposed() {
        bench.servesWith(SERVER2);
        bench.run(bench.replication.onRegistered(List.of(bench.self(), SERVER2, SERVER3), bench.now()));
        bench.waitFor(Tuning.DEFAULT.heartbeat().plusMillis(20));
        bench.acknowledge(SERVER3);
        assertThat(bench.proposed.get(0).inSync()).contains(SERVER3);

        bench.acknowledge(SERVER2);
        bench.decide();
        bench.acknowledge(SERVER2);
        assertThat(bench.replication.committedIndex())
                .as("the proposed view may be current already")
                .isEqualTo(1);

        bench.acknowledge(SERVER3);
        assertThat(bench.replication.committedIndex()).isEqualTo(2);
    }

    @Test
    void aBackEndThatLacksEntriesStaysOutOfTheInSyncSet() {
        bench.servesWith(SERVER2);
        bench.run(bench.replication.onRegistered(List.of(bench.self(), SERVER2, SERVER3), bench.now()));
        bench.waitFor(Tuning.DEFAULT.heartbeat().plusMillis(20));

        needsEarlier(SERVER3, 0);

        assertThat(bench.proposed).isEmpty();
    }

    @Test
    void whenTheOnlyOtherMemberIsGone_aBackEndThatWasFedTakesItsPlace() {
        bench.adopt(bench.view(3, bench.self(), bench.self(), SERVER2));
        bench.waitFor(LONGER_THAN_SILENCE);
        bench.run(bench.replication.onRegistered(List.of(bench.self(), SERVER3), bench.now()));
        bench.waitFor(Tuning.DEFAULT.heartbeat().plusMillis(20));
        needsEarlier(SERVER3, 0);
        assertThat(bench.replication.role()).isEqualTo(Role.RECONCILING);
        assertThat(bench.proposed).as("before it has the opening entry").isEmpty();

        bench.acknowledge(SERVER3);
        var proposal = bench.proposed.get(0);
        assertThat(proposal.inSync()).containsExactlyInAnyOrder(bench.self(), SERVER3);

        bench.run(bench.replication.onProposalAnswered(proposal, bench.now()));
        assertThat(bench.replication.role()).isEqualTo(Role.PRIMARY);
    }

    @Test
    void aPrimaryThatRestartsDoesNotGoOnInItsOldEpoch() {
        bench.servesWith(SERVER2);
        bench.restart();

        bench.adopt(bench.view(1, bench.self(), bench.self(), SERVER2));
        assertThat(bench.replication.role()).isEqualTo(Role.REPLICA);

        bench.adopt(bench.view(2, bench.self(), bench.self(), SERVER2));
        assertThat(bench.replication.role()).isEqualTo(Role.RECONCILING);
    }

    @Test
    void aMemberThatHasSeenAHigherEpochEndsThisOne() {
        bench.servesWith(SERVER2, SERVER3);
        bench.decide();

        bench.run(bench.replication.onAnswer(
                SERVER2, bench.lastTo(SERVER2).call(), new AppendAnswer.StaleEpoch(2), bench.now()));

        assertThat(bench.replication.role()).isEqualTo(Role.REPLICA);
    }

    @Test
    void aReadIsServedOnlyAfterEveryInSyncMemberAnsweredWhatWasSentAfterItArrived() {
        bench.servesWith(SERVER2, SERVER3);
        bench.decide();
        bench.run(bench.replication.onReads(1, bench.now()));

        bench.acknowledge(SERVER2);
        bench.acknowledge(SERVER3);
        assertThat(bench.served)
                .as("these appends were sent before the read came")
                .isZero();

        bench.acknowledge(SERVER2);
        assertThat(bench.served).isZero();
        bench.acknowledge(SERVER3);
        assertThat(bench.served).isEqualTo(1);
    }

    @Test
    void aReadThatIsServedCostsNoFurtherAppend() {
        bench.servesWith(SERVER2);
        bench.run(bench.replication.onRegistered(List.of(bench.self(), SERVER2, SERVER3), bench.now()));
        bench.waitFor(Tuning.DEFAULT.heartbeat());
        long sentBefore = bench.lastTo(SERVER3).call();
        bench.run(bench.replication.onReads(1, bench.now()));
        bench.acknowledge(SERVER2);
        bench.acknowledge(SERVER2);
        assertThat(bench.served).isEqualTo(1);

        bench.acknowledge(SERVER3);

        assertThat(bench.lastTo(SERVER3).call()).isEqualTo(sentBefore);
    }

    @Test
    void aReadThatWaitsForOneMemberCostsTheOthersOneAppend() {
        bench.servesWith(SERVER2, SERVER3);
        bench.run(bench.replication.onReads(1, bench.now()));
        long confirming = bench.lastTo(SERVER2).call();

        bench.acknowledge(SERVER2);

        assertThat(bench.lastTo(SERVER2).call()).isEqualTo(confirming);
    }

    @Test
    void whileAViewIsProposed_readsNeedItsMembersToo_forItMayBeInForceAlready() {
        bench.servesWith(SERVER2);
        bench.run(bench.replication.onRegistered(List.of(bench.self(), SERVER2, SERVER3), bench.now()));
        bench.waitFor(Tuning.DEFAULT.heartbeat().plusMillis(20));
        bench.acknowledge(SERVER3);
        bench.acknowledge(SERVER2);
        assertThat(bench.proposed).hasSize(1);

        bench.run(bench.replication.onReads(1, bench.now()));
        bench.acknowledge(SERVER2);
        assertThat(bench.served).isZero();

        bench.acknowledge(SERVER3);
        assertThat(bench.served).isEqualTo(1);
    }

    @Test
    void whereAMemberCannotBeReached_theRegisterConfirmsReads() {
        bench.servesWith(SERVER2);
        bench.waitFor(LONGER_THAN_SILENCE);
        bench.run(bench.replication.onReads(1, bench.now()));
        assertThat(bench.asked).containsExactly(1L);

        bench.run(bench.replication.onRegisterAnswered(1, bench.replication.view(), bench.now()));
        assertThat(bench.served).isEqualTo(1);
    }

    @Test
    void whenTheRegisterDoesNotAnswer_thenItIsAskedAgainForTheReads() {
        bench.servesWith(SERVER2);
        bench.waitFor(LONGER_THAN_SILENCE);
        bench.run(bench.replication.onReads(1, bench.now()));

        bench.run(bench.replication.onRegisterUnanswered());
        bench.waitFor(Duration.ofMillis(20));

        assertThat(bench.asked).containsExactly(1L, 1L);
    }

    @Test
    void whileAllMembersAnswer_theRegisterIsOffThePathOfReads() {
        bench.servesWith(SERVER2);

        bench.run(bench.replication.onReads(1, bench.now()));

        assertThat(bench.asked).isEmpty();
    }

    @Test
    void whenTheRegisterNamesAnotherPrimary_noReadIsServed() {
        bench.servesWith(SERVER2);
        bench.waitFor(LONGER_THAN_SILENCE);
        bench.run(bench.replication.onReads(1, bench.now()));

        bench.run(bench.replication.onRegisterAnswered(1, bench.view(2, SERVER2, bench.self(), SERVER2), bench.now()));

        assertThat(bench.served).isZero();
        assertThat(bench.replication.role()).isEqualTo(Role.REPLICA);
    }

    @Test
    void aLateAnswerToAnOlderCallCountsForNothing() {
        bench.servesWith(SERVER2, SERVER3);
        var older = bench.lastTo(SERVER2);
        bench.decide();
        bench.acknowledge(SERVER3);

        bench.run(bench.replication.onAnswer(SERVER2, older.call(), new AppendAnswer.Acknowledged(2, 0), bench.now()));

        assertThat(bench.replication.committedIndex()).isEqualTo(1);
    }

    @Test
    void anAnswerToACallOfAnEarlierReignCountsForNothing() {
        bench.servesWith(SERVER2);
        bench.decide();
        var earlier = bench.lastTo(SERVER2);
        bench.adopt(bench.view(2, SERVER2, SERVER2, bench.self()));
        bench.adopt(bench.view(3, bench.self(), SERVER2, bench.self()));

        bench.run(
                bench.replication.onAnswer(SERVER2, earlier.call(), new AppendAnswer.Acknowledged(2, 0), bench.now()));

        assertThat(bench.lastTo(SERVER2).call()).isGreaterThan(earlier.call());
        assertThat(bench.replication.role()).isEqualTo(Role.RECONCILING);
        assertThat(bench.replication.committedIndex()).isEqualTo(1);
    }

    @Test
    void ofTwoBackEndsOfOneName_theOneThatIsInSyncStays() {
        bench.servesWith(SERVER2);
        var namesake = new Member("server2", new UUID(0, 22));
        bench.run(bench.replication.onRegistered(List.of(bench.self(), namesake), bench.now()));
        bench.waitFor(Tuning.DEFAULT.heartbeat().plusMillis(20));
        bench.acknowledge(SERVER2);
        bench.acknowledge(namesake);

        assertThat(bench.proposed).isEmpty();
    }

    @Test
    void aProposalThatTheRegisterDoesNotAnswer_stopsNobodyWhileAllAreHealthy() {
        bench.servesWith(SERVER2);
        bench.run(bench.replication.onRegistered(List.of(bench.self(), SERVER2, SERVER3), bench.now()));
        bench.waitFor(Tuning.DEFAULT.heartbeat().plusMillis(20));
        bench.acknowledge(SERVER3);
        assertThat(bench.proposed).hasSize(1);

        for (int beat = 0; beat < 60; beat++) {
            bench.waitFor(Tuning.DEFAULT.heartbeat());
            bench.acknowledge(SERVER2);
            bench.acknowledge(SERVER3);
        }

        assertThat(bench.replication.shortage(bench.now())).isEmpty();
        assertThat(bench.replication.isReadyForBatch(bench.now())).isTrue();
    }

    @Test
    void whenTheRegisterAnsweredWithTheOwnProposal_laterReadsAskItAgain() {
        bench.servesWith(SERVER2, SERVER3);
        bench.waitFor(LONGER_THAN_SILENCE);
        bench.acknowledge(SERVER2);
        bench.run(bench.replication.onReads(1, bench.now()));
        var accepted = bench.proposed.get(0);
        bench.asked.clear();
        bench.run(bench.replication.onRegisterAnswered(1, accepted, bench.now()));

        bench.waitFor(LONGER_THAN_SILENCE);

        assertThat(bench.asked).containsExactly(1L);
    }

    @Test
    void aReplicaThatLacksEntriesIsSentThemFromWhereItsLogEnds() {
        bench.adopt(bench.view(1, bench.self(), bench.self(), SERVER2));
        bench.acknowledge(SERVER2);
        bench.decide();
        needsEarlier(SERVER2, 0);

        assertThat(bench.lastTo(SERVER2).append().previousIndex()).isZero();
        assertThat(bench.lastTo(SERVER2).append().entries()).hasSize(2);
    }

    @Test
    void anIdleMemberGetsAHeartbeatWhenItIsDue_andAnAnswerThatTellsNothingNewHasNoEffect() {
        bench.servesWith(SERVER2);
        long opening = bench.lastTo(SERVER2).call();
        bench.waitFor(Tuning.DEFAULT.heartbeat());

        long heartbeat = bench.lastTo(SERVER2).call();
        assertThat(heartbeat).isGreaterThan(opening);
        assertThat(bench.replication.onAnswer(SERVER2, heartbeat, new AppendAnswer.Acknowledged(1, 1), bench.now()))
                .isEmpty();
    }

    @Test
    void aSnapshotWithoutAnAnswerMayHaveArrived_soWhatFollowsItIsSentNext() {
        bench.servesWith(SERVER2);
        bench.run(bench.replication.onRegistered(List.of(bench.self(), SERVER2, SERVER3), bench.now()));
        bench.waitFor(Tuning.DEFAULT.heartbeat());
        needsEarlier(SERVER3, -1);
        long snapshot = bench.snapshots.get(0).call();

        bench.run(bench.replication.onNoAnswer(SERVER3, snapshot, bench.now()));
        bench.waitFor(Tuning.DEFAULT.heartbeat());

        assertThat(bench.lastTo(SERVER3).call()).isGreaterThan(snapshot);
        assertThat(bench.lastTo(SERVER3).append().previousIndex()).isEqualTo(1);
        assertThat(bench.snapshots).hasSize(1);
    }

    /** With this answer a replica asks for entries of which one was damaged on its way. */
    @Test
    void aMemberThatAsksForTheVeryFirstEntryOnceMoreGetsIt_andIsNotTakenForOneThatLostItsLog() {
        bench.adopt(bench.view(1, bench.self(), bench.self(), SERVER2));
        long damaged = bench.lastTo(SERVER2).call();

        needsEarlier(SERVER2, 0);

        assertThat(bench.lastTo(SERVER2).call()).isGreaterThan(damaged);
        assertThat(bench.lastTo(SERVER2).append().entries()).hasSize(1);
    }

    @Test
    void aForcedPrimaryAloneInSyncCommitsNothingUntilAnotherWasFed() {
        bench.adopt(new View(5, bench.self(), List.of(bench.self())));
        bench.waitFor(LONGER_THAN_SILENCE);
        assertThat(bench.replication.role()).isEqualTo(Role.RECONCILING);
        assertThat(bench.replication.shortage(bench.now())).isPresent();
    }

    private void needsEarlier(Member member, long lastIndex) {
        bench.run(bench.replication.onAnswer(
                member, bench.lastTo(member).call(), new AppendAnswer.NeedsEarlier(lastIndex), bench.now()));
    }

    private long callUnderWayTo3() {
        bench.decide();
        return bench.lastTo(SERVER3).call();
    }
}
