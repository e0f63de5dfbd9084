package justhungry.backend.replication;

import static justhungry.backend.replication.ReplicationTestContext.SERVER2;
import static justhungry.backend.replication.ReplicationTestContext.SERVER3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendResponse;
import justhungry.api.replication.BackendStatus.BackendRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrimaryStateTest {
    private static final Duration LONGER_THAN_SILENCE_TIMEOUT =
            ReplicationConfig.DEFAULT.silenceTimeout().multipliedBy(2);

    private final ReplicationTestContext context = new ReplicationTestContext();

    /** Its disk is from an earlier moment, or it never took that view: nobody can tell. */
    @Test
    void whenTheRegisterNamesItPrimaryAsItStarts_thenItDoesNotActInThatEpoch_whateverItsDiskTells() {
        var known = context.view(5, context.self(), context.self(), SERVER2);
        context.restart(known);
        assertThat(context.replication.role()).isEqualTo(BackendRole.REPLICA);

        context.adopt(known.next(context.self(), known.inSync()));
        assertThat(context.replication.role()).isEqualTo(BackendRole.RECONCILING);
    }

    @Test
    void anUpdateIsCommittedOnlyWhenEveryInSyncMemberHasIt() {
        context.servesWith(SERVER2, SERVER3);
        context.decide();

        context.acknowledge(SERVER2);
        assertThat(context.replication.committedIndex()).isEqualTo(1);

        context.acknowledge(SERVER3);
        assertThat(context.replication.committedIndex()).isEqualTo(2);
    }

    @Test
    void aPrimaryOnAnOldCopyOfItsDisk_whichLacksWhatAnotherHasCarriedOut_ends() {
        context.adopt(context.view(1, context.self(), context.self(), SERVER2));
        var opening = context.lastTo(SERVER2);

        assertThatThrownBy(() -> context.run(context.replication.onAnswer(
                        SERVER2, opening.call(), new AppendResponse.Acknowledged(1, 2), context.now())))
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining("old copy");
        assertThat(context.replication.role()).isEqualTo(BackendRole.RECONCILING);
    }

    @Test
    void aNewPrimaryServesOnlyWhenEveryInSyncMemberHasItsOpeningEntry() {
        context.adopt(context.view(1, context.self(), context.self(), SERVER2, SERVER3));
        context.acknowledge(SERVER2);
        assertThat(context.replication.role()).isEqualTo(BackendRole.RECONCILING);

        context.acknowledge(SERVER3);
        assertThat(context.replication.role()).isEqualTo(BackendRole.PRIMARY);
    }

    @Test
    void whenAReplicaIsSilent_nothingIsCommittedBeforeTheRegisterHasRecordedTheViewWithoutIt() {
        context.servesWith(SERVER2, SERVER3);
        context.decide();
        context.acknowledge(SERVER2);
        context.waitFor(LONGER_THAN_SILENCE_TIMEOUT);
        context.acknowledge(SERVER2);

        var proposal = context.proposed.get(0);
        assertThat(proposal.inSync()).containsExactlyInAnyOrder(context.self(), SERVER2);
        assertThat(context.replication.committedIndex()).isEqualTo(1);

        context.run(context.replication.onProposalAnswered(proposal, context.now()));
        assertThat(context.replication.committedIndex()).isEqualTo(2);
        assertThat(context.store.log().epoch()).isEqualTo(2);
    }

    @Test
    void aReplicaThatNeedsANewerVersionLeavesTheSet_andThePrimaryGoesOnWithTheOthers() {
        context.servesWith(SERVER2, SERVER3);
        context.decide();
        context.acknowledge(SERVER2);
        refuseAsTooNew(SERVER3);

        var proposal = context.proposed.get(0);
        assertThat(proposal.inSync()).containsExactlyInAnyOrder(context.self(), SERVER2);
        context.run(context.replication.onProposalAnswered(proposal, context.now()));
        assertThat(context.replication.committedIndex()).isEqualTo(2);
        assertThat(context.replication.isReadyForBatch(context.now())).isTrue();
    }

    @Test
    void aReplicaThatNeedsANewerVersionIsLeftAlone_andTriedAgainLater() {
        context.servesWith(SERVER2, SERVER3);
        context.decide();
        refuseAsTooNew(SERVER3);
        int calls = context.sent.size();

        context.acknowledge(SERVER2);
        context.waitFor(ReplicationConfig.DEFAULT.rejoinDelay().minusMillis(40));
        assertThat(context.sent.subList(calls, context.sent.size()))
                .noneMatch(call -> call.to().equals(SERVER3));

        context.waitFor(Duration.ofMillis(60));
        assertThat(context.lastTo(SERVER3).append().entries()).hasSize(1);
        context.acknowledge(SERVER3);
        assertThat(context.replication.committedIndex())
                .as("it was started with the newer version, before it had left the set")
                .isEqualTo(2);
    }

    @Test
    void aReplicaThatCannotReadTheSnapshotIsNotCalledForEachOrder() {
        context.servesWith(SERVER2);
        context.run(context.replication.onRegistered(List.of(context.self(), SERVER2, SERVER3), context.now()));
        context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval());
        needsEarlier(SERVER3, -1);
        context.run(context.replication.onAnswer(
                SERVER3,
                context.snapshots.get(0).call(),
                new AppendResponse.NewerVersionNeeded(ReplicationTestContext.NEEDED_VERSION),
                context.now()));
        int calls = context.sent.size();

        context.decide();
        context.acknowledge(SERVER2);

        assertThat(context.sent.subList(calls, context.sent.size()))
                .noneMatch(call -> call.to().equals(SERVER3));
    }

    @Test
    void whenTheOnlyReplicaNeedsANewerVersion_thenNothingIsCommitted_andUpdatesAreRefused() {
        context.servesWith(SERVER2);
        context.decide();
        refuseAsTooNew(SERVER2);

        assertThat(context.proposed).isEmpty();
        assertThat(context.replication.committedIndex()).isEqualTo(1);
        assertThat(context.replication.shortage(context.now())).isPresent();
        assertThat(context.replication.role()).isEqualTo(BackendRole.PRIMARY);
    }

    private void refuseAsTooNew(Member member) {
        context.run(context.replication.onAnswer(
                member,
                context.lastTo(member).call(),
                new AppendResponse.NewerVersionNeeded(ReplicationTestContext.NEEDED_VERSION),
                context.now()));
    }

    @Test
    void whenTheProposalWentUnanswered_theSameOneIsMadeAgain() {
        context.servesWith(SERVER2, SERVER3);
        context.run(context.replication.onEnded(SERVER3, callUnderWayTo3(), context.now()));
        context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval().plusMillis(20));
        context.acknowledge(SERVER3); // It is back, but the view without it may be current by now.

        context.run(context.replication.onProposalUnanswered(context.now()));
        context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval().minusMillis(20));
        assertThat(context.proposed).as("the register gets no second call").hasSize(1);

        context.waitFor(Duration.ofMillis(20));
        assertThat(context.proposed).hasSize(2);
        assertThat(context.proposed.get(1)).isEqualTo(context.proposed.get(0));
    }

    @Test
    void anAppendOfAHigherEpochThatTheRegisterConfirmsIsFollowed() {
        context.servesWith(SERVER2);

        var answer = context.receive(new Append(SERVER2, 2, 1, 1, List.of(), 0, 0));

        assertThat(context.replication.role()).isEqualTo(BackendRole.REPLICA);
        assertThat(answer).isInstanceOf(AppendResponse.Acknowledged.class);
    }

    @Test
    void whenSomebodyElseChangedTheView_itStopsBeingPrimary() {
        context.servesWith(SERVER2, SERVER3);
        context.run(context.replication.onEnded(SERVER3, callUnderWayTo3(), context.now()));

        context.run(context.replication.onProposalAnswered(
                context.view(2, SERVER2, SERVER2, context.self()), context.now()));

        assertThat(context.replication.role()).isEqualTo(BackendRole.REPLICA);
    }

    @Test
    void withOnlyOneOfTwoReachable_updatesAreRefused_andTheInSyncSetStays() {
        context.servesWith(SERVER2);
        context.waitFor(LONGER_THAN_SILENCE_TIMEOUT);

        assertThat(context.replication.shortage(context.now())).isPresent();
        assertThat(context.replication.isReadyForBatch(context.now())).isFalse();
        assertThat(context.proposed).isEmpty();

        context.acknowledge(SERVER2);
        assertThat(context.replication.shortage(context.now())).isEmpty();
    }

    @Test
    void aBackEndThatHasCaughtUpEntersTheInSyncSet_andMustAcknowledgeWhileThatIsProposed() {
        context.servesWith(SERVER2);
        context.run(context.replication.onRegistered(List.of(context.self(), SERVER2, SERVER3), context.now()));
        context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval().plusMillis(20));
        context.acknowledge(SERVER3);
        assertThat(context.proposed.get(0).inSync()).contains(SERVER3);

        context.acknowledge(SERVER2);
        context.decide();
        context.acknowledge(SERVER2);
        assertThat(context.replication.committedIndex())
                .as("the proposed view may be current already")
                .isEqualTo(1);

        context.acknowledge(SERVER3);
        assertThat(context.replication.committedIndex()).isEqualTo(2);
    }

    @Test
    void aBackEndThatLacksEntriesStaysOutOfTheInSyncSet() {
        context.servesWith(SERVER2);
        context.run(context.replication.onRegistered(List.of(context.self(), SERVER2, SERVER3), context.now()));
        context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval().plusMillis(20));

        needsEarlier(SERVER3, 0);

        assertThat(context.proposed).isEmpty();
    }

    @Test
    void whenTheOnlyOtherMemberIsGone_aBackEndThatHasCaughtUpTakesItsPlace() {
        context.adopt(context.view(3, context.self(), context.self(), SERVER2));
        context.waitFor(LONGER_THAN_SILENCE_TIMEOUT);
        context.run(context.replication.onRegistered(List.of(context.self(), SERVER3), context.now()));
        context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval().plusMillis(20));
        needsEarlier(SERVER3, 0);
        assertThat(context.replication.role()).isEqualTo(BackendRole.RECONCILING);
        assertThat(context.proposed).as("before it has the opening entry").isEmpty();

        context.acknowledge(SERVER3);
        var proposal = context.proposed.get(0);
        assertThat(proposal.inSync()).containsExactlyInAnyOrder(context.self(), SERVER3);

        context.run(context.replication.onProposalAnswered(proposal, context.now()));
        assertThat(context.replication.role()).isEqualTo(BackendRole.PRIMARY);
    }

    @Test
    void aPrimaryThatRestartsDoesNotGoOnInItsOldEpoch() {
        context.servesWith(SERVER2);
        context.restart();

        context.adopt(context.view(1, context.self(), context.self(), SERVER2));
        assertThat(context.replication.role()).isEqualTo(BackendRole.REPLICA);

        context.adopt(context.view(2, context.self(), context.self(), SERVER2));
        assertThat(context.replication.role()).isEqualTo(BackendRole.RECONCILING);
    }

    @Test
    void aMemberThatSpeaksOfAHigherEpochIsNotBelieved_butTheRegisterIsAsked() {
        context.servesWith(SERVER2, SERVER3);
        context.decide();

        context.run(context.replication.onAnswer(
                SERVER2, context.lastTo(SERVER2).call(), new AppendResponse.StaleEpoch(2), context.now()));

        assertThat(context.replication.role()).isEqualTo(BackendRole.PRIMARY);
        assertThat(context.viewQuestions).isEqualTo(1);
        context.learnOf(SERVER2, 2);
        assertThat(context.replication.role()).isEqualTo(BackendRole.REPLICA);
    }

    @Test
    void whoeverSendsToThePrimaryInItsOwnEpochOrAHigherOneIsRefused_andItGoesOn() {
        context.servesWith(SERVER2, SERVER3);

        for (var sender : List.of(SERVER2, context.self())) {
            for (long epoch : new long[] {1, 2, Long.MAX_VALUE}) {
                var answer = context.receiveUnannounced(new Append(sender, epoch, 0, 0, List.of(), 0, 0));
                assertThat(answer).isInstanceOf(AppendResponse.NotFollowed.class);
            }
        }

        assertThat(context.replication.role()).isEqualTo(BackendRole.PRIMARY);
        assertThat(context.store.log().epoch()).isEqualTo(1);
        assertThat(context.refused).hasSize(6);
    }

    @Test
    void aMemberThatAcknowledgesWhatWasNeverSentHasAcknowledgedNothing_andThisOneGoesOn() {
        context.servesWith(SERVER2, SERVER3);
        context.decide();

        context.run(context.replication.onAnswer(
                SERVER2,
                context.lastTo(SERVER2).call(),
                new AppendResponse.Acknowledged(Long.MAX_VALUE, 1),
                context.now()));
        context.acknowledge(SERVER3);
        assertThat(context.replication.committedIndex()).isEqualTo(1);

        context.waitFor(Duration.ofMillis(100));
        context.acknowledge(SERVER2);
        assertThat(context.replication.committedIndex()).isEqualTo(2);
    }

    /** Anybody can register, and answer so. */
    @ParameterizedTest
    @CsvSource({"1, 9223372036854775807", "2, 0"})
    void whoIsNotInSyncProvesNothing_byWhatItSaysThatItHasOrHasApplied(long match, long applied) {
        var stranger = new Member("server9", new UUID(0, 9));
        context.servesWith(SERVER2, SERVER3);
        context.run(context.replication.onRegistered(List.of(SERVER2, SERVER3, stranger), context.now()));
        context.waitFor(Duration.ofMillis(100));
        var heartbeat = context.lastTo(stranger);
        context.acknowledge(SERVER2);
        context.acknowledge(SERVER3);
        context.decide();

        context.run(context.replication.onAnswer(
                stranger, heartbeat.call(), new AppendResponse.Acknowledged(match, applied), context.now()));

        assertThat(context.proposed).isEmpty();
        context.acknowledge(SERVER2);
        context.acknowledge(SERVER3);
        assertThat(context.replication.committedIndex()).isEqualTo(2);
    }

    @Test
    void aMemberThatKeepsRefusingIsCalledWithPauses_andLeavesTheSetAfterTheSilenceTimeout() {
        context.servesWith(SERVER2, SERVER3);
        context.decide();
        int sentBefore = context.sent.size();

        for (int i = 0; i < 60; i++) {
            var refused = context.lastTo(SERVER2);
            context.run(context.replication.onAnswer(
                    SERVER2, refused.call(), new AppendResponse.NotFollowed("who?"), context.now()));
            assertThat(context.lastTo(SERVER2)).as("not at once").isSameAs(refused);
            context.acknowledge(SERVER3);
            context.waitFor(Duration.ofMillis(20));
        }

        assertThat(context.sent.size() - sentBefore).isLessThan(200);
        assertThat(context.proposed)
                .singleElement()
                .satisfies(view -> assertThat(view.inSync()).containsExactlyInAnyOrder(context.self(), SERVER3));
    }

    @Test
    void aReadIsServedOnlyAfterEveryInSyncMemberAnsweredWhatWasSentAfterItArrived() {
        context.servesWith(SERVER2, SERVER3);
        context.decide();
        context.run(context.replication.onReads(1, context.now()));

        context.acknowledge(SERVER2);
        context.acknowledge(SERVER3);
        assertThat(context.served)
                .as("these appends were sent before the read came")
                .isZero();

        context.acknowledge(SERVER2);
        assertThat(context.served).isZero();
        context.acknowledge(SERVER3);
        assertThat(context.served).isEqualTo(1);
    }

    @Test
    void aReadThatIsServedCostsNoFurtherAppend() {
        context.servesWith(SERVER2);
        context.run(context.replication.onRegistered(List.of(context.self(), SERVER2, SERVER3), context.now()));
        context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval());
        long sentBefore = context.lastTo(SERVER3).call();
        context.run(context.replication.onReads(1, context.now()));
        context.acknowledge(SERVER2);
        context.acknowledge(SERVER2);
        assertThat(context.served).isEqualTo(1);

        context.acknowledge(SERVER3);

        assertThat(context.lastTo(SERVER3).call()).isEqualTo(sentBefore);
    }

    @Test
    void aReadThatWaitsForOneMemberCostsTheOthersOneAppend() {
        context.servesWith(SERVER2, SERVER3);
        context.run(context.replication.onReads(1, context.now()));
        long confirming = context.lastTo(SERVER2).call();

        context.acknowledge(SERVER2);

        assertThat(context.lastTo(SERVER2).call()).isEqualTo(confirming);
    }

    @Test
    void whileAViewIsProposed_readsNeedItsMembersToo_forItMayBeInForceAlready() {
        context.servesWith(SERVER2);
        context.run(context.replication.onRegistered(List.of(context.self(), SERVER2, SERVER3), context.now()));
        context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval().plusMillis(20));
        context.acknowledge(SERVER3);
        context.acknowledge(SERVER2);
        assertThat(context.proposed).hasSize(1);

        context.run(context.replication.onReads(1, context.now()));
        context.acknowledge(SERVER2);
        assertThat(context.served).isZero();

        context.acknowledge(SERVER3);
        assertThat(context.served).isEqualTo(1);
    }

    @Test
    void whereAMemberCannotBeReached_theRegisterConfirmsReads() {
        context.servesWith(SERVER2);
        context.waitFor(LONGER_THAN_SILENCE_TIMEOUT);
        context.run(context.replication.onReads(1, context.now()));
        assertThat(context.registerQueries).containsExactly(1L);

        context.run(context.replication.onRegisterAnswered(1, context.replication.view(), context.now()));
        assertThat(context.served).isEqualTo(1);
    }

    @Test
    void whenTheRegisterDoesNotAnswer_thenItIsAskedAgainForTheReads() {
        context.servesWith(SERVER2);
        context.waitFor(LONGER_THAN_SILENCE_TIMEOUT);
        context.run(context.replication.onReads(1, context.now()));

        context.run(context.replication.onRegisterUnanswered());
        context.waitFor(Duration.ofMillis(20));

        assertThat(context.registerQueries).containsExactly(1L, 1L);
    }

    @Test
    void whileAllMembersAnswer_theRegisterIsOffThePathOfReads() {
        context.servesWith(SERVER2);

        context.run(context.replication.onReads(1, context.now()));

        assertThat(context.registerQueries).isEmpty();
    }

    @Test
    void whenTheRegisterNamesAnotherPrimary_noReadIsServed() {
        context.servesWith(SERVER2);
        context.waitFor(LONGER_THAN_SILENCE_TIMEOUT);
        context.run(context.replication.onReads(1, context.now()));

        context.run(context.replication.onRegisterAnswered(
                1, context.view(2, SERVER2, context.self(), SERVER2), context.now()));

        assertThat(context.served).isZero();
        assertThat(context.replication.role()).isEqualTo(BackendRole.REPLICA);
    }

    @Test
    void aLateAnswerToAnOlderCallCountsForNothing() {
        context.servesWith(SERVER2, SERVER3);
        var older = context.lastTo(SERVER2);
        context.decide();
        context.acknowledge(SERVER3);

        context.run(context.replication.onAnswer(
                SERVER2, older.call(), new AppendResponse.Acknowledged(2, 0), context.now()));

        assertThat(context.replication.committedIndex()).isEqualTo(1);
    }

    @Test
    void anAnswerToACallOfAnEarlierReignCountsForNothing() {
        context.servesWith(SERVER2);
        context.decide();
        var earlier = context.lastTo(SERVER2);
        context.adopt(context.view(2, SERVER2, SERVER2, context.self()));
        context.adopt(context.view(3, context.self(), SERVER2, context.self()));

        context.run(context.replication.onAnswer(
                SERVER2, earlier.call(), new AppendResponse.Acknowledged(2, 0), context.now()));

        assertThat(context.lastTo(SERVER2).call()).isGreaterThan(earlier.call());
        assertThat(context.replication.role()).isEqualTo(BackendRole.RECONCILING);
        assertThat(context.replication.committedIndex()).isEqualTo(1);
    }

    @Test
    void ofTwoBackEndsOfOneName_theOneThatIsInSyncStays() {
        context.servesWith(SERVER2);
        var namesake = new Member("server2", new UUID(0, 22));
        context.run(context.replication.onRegistered(List.of(context.self(), namesake), context.now()));
        context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval().plusMillis(20));
        context.acknowledge(SERVER2);
        context.acknowledge(namesake);

        assertThat(context.proposed).isEmpty();
    }

    @Test
    void aProposalThatTheRegisterDoesNotAnswer_stopsNobodyWhileAllAreHealthy() {
        context.servesWith(SERVER2);
        context.run(context.replication.onRegistered(List.of(context.self(), SERVER2, SERVER3), context.now()));
        context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval().plusMillis(20));
        context.acknowledge(SERVER3);
        assertThat(context.proposed).hasSize(1);

        for (int beat = 0; beat < 60; beat++) {
            context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval());
            context.acknowledge(SERVER2);
            context.acknowledge(SERVER3);
        }

        assertThat(context.replication.shortage(context.now())).isEmpty();
        assertThat(context.replication.isReadyForBatch(context.now())).isTrue();
    }

    @Test
    void whenTheRegisterAnsweredWithTheOwnProposal_laterReadsAskItAgain() {
        context.servesWith(SERVER2, SERVER3);
        context.waitFor(LONGER_THAN_SILENCE_TIMEOUT);
        context.acknowledge(SERVER2);
        context.run(context.replication.onReads(1, context.now()));
        var accepted = context.proposed.get(0);
        context.registerQueries.clear();
        context.run(context.replication.onRegisterAnswered(1, accepted, context.now()));

        context.waitFor(LONGER_THAN_SILENCE_TIMEOUT);

        assertThat(context.registerQueries).containsExactly(1L);
    }

    @Test
    void aReplicaThatLacksEntriesIsSentThemFromWhereItsLogEnds() {
        context.adopt(context.view(1, context.self(), context.self(), SERVER2));
        context.acknowledge(SERVER2);
        context.decide();
        needsEarlier(SERVER2, 0);

        assertThat(context.lastTo(SERVER2).append().previousIndex()).isZero();
        assertThat(context.lastTo(SERVER2).append().entries()).hasSize(2);
    }

    @Test
    void anIdleMemberGetsAHeartbeatWhenItIsDue_andAnAnswerThatTellsNothingNewHasNoEffect() {
        context.servesWith(SERVER2);
        long opening = context.lastTo(SERVER2).call();
        context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval());

        long heartbeat = context.lastTo(SERVER2).call();
        assertThat(heartbeat).isGreaterThan(opening);
        assertThat(context.replication.onAnswer(
                        SERVER2, heartbeat, new AppendResponse.Acknowledged(1, 1), context.now()))
                .isEmpty();
    }

    @Test
    void aSnapshotWithoutAnAnswerMayHaveArrived_soWhatFollowsItIsSentNext() {
        context.servesWith(SERVER2);
        context.run(context.replication.onRegistered(List.of(context.self(), SERVER2, SERVER3), context.now()));
        context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval());
        needsEarlier(SERVER3, -1);
        long snapshot = context.snapshots.get(0).call();

        context.run(context.replication.onNoAnswer(SERVER3, snapshot, context.now()));
        context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval());

        assertThat(context.lastTo(SERVER3).call()).isGreaterThan(snapshot);
        assertThat(context.lastTo(SERVER3).append().previousIndex()).isEqualTo(1);
        assertThat(context.snapshots).hasSize(1);
    }

    /** With this answer a replica asks for entries of which one was damaged on its way. */
    @Test
    void aMemberThatAsksForTheVeryFirstEntryOnceMoreGetsIt_andIsNotTakenForOneThatLostItsLog() {
        context.adopt(context.view(1, context.self(), context.self(), SERVER2));
        long damaged = context.lastTo(SERVER2).call();

        needsEarlier(SERVER2, 0);

        assertThat(context.lastTo(SERVER2).call()).isGreaterThan(damaged);
        assertThat(context.lastTo(SERVER2).append().entries()).hasSize(1);
    }

    @Test
    void aMemberThatNeverHasWhatMeetsIsCalledWithPauses() {
        context.servesWith(SERVER2, SERVER3);
        context.decide();
        needsEarlier(SERVER3, 1);

        for (int i = 0; i < 20; i++) {
            var mismatched = context.lastTo(SERVER3);
            needsEarlier(SERVER3, 1);
            assertThat(context.lastTo(SERVER3)).as("not at once").isSameAs(mismatched);
            context.waitFor(Duration.ofMillis(20));
            assertThat(context.lastTo(SERVER3)).as("but after a pause").isNotSameAs(mismatched);
        }
    }

    @Test
    void aForcedPrimaryAloneInSyncCommitsNothingUntilAnotherHasCaughtUp() {
        context.adopt(new View(5, context.self(), List.of(context.self())));
        context.waitFor(LONGER_THAN_SILENCE_TIMEOUT);
        assertThat(context.replication.role()).isEqualTo(BackendRole.RECONCILING);
        assertThat(context.replication.shortage(context.now())).isPresent();
    }

    private void needsEarlier(Member member, long lastIndex) {
        context.run(context.replication.onAnswer(
                member, context.lastTo(member).call(), new AppendResponse.LogMismatch(lastIndex), context.now()));
    }

    private long callUnderWayTo3() {
        context.decide();
        return context.lastTo(SERVER3).call();
    }
}
