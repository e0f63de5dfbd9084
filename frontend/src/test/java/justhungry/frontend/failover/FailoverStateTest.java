package justhungry.frontend.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.rmi.MarshalledObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.codec.Limits;
import justhungry.api.directory.DataAge;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.BackendStatus.BackendRole;
import justhungry.frontend.failover.FailoverEffect.Abandon;
import justhungry.frontend.failover.FailoverEffect.Adopt;
import justhungry.frontend.failover.FailoverEffect.AllowLane;
import justhungry.frontend.failover.FailoverEffect.CutLane;
import justhungry.frontend.failover.FailoverEffect.FetchListing;
import justhungry.frontend.failover.FailoverEffect.HoldRequests;
import justhungry.frontend.failover.FailoverEffect.OpenRoute;
import justhungry.frontend.failover.FailoverEffect.Propose;
import justhungry.frontend.failover.FailoverEffect.QueryStatus;
import justhungry.frontend.failover.FailoverEffect.RefuseRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A front end that serves in epoch 5, with server1 as primary of three. */
class FailoverStateTest {
    private static final BackendRegistration S1 = registration("server1", 1);
    private static final BackendRegistration S2 = registration("server2", 2);
    private static final BackendRegistration S3 = registration("server3", 3);
    private static final View VIEW = new View(5, S1.member(), List.of(S1.member(), S2.member(), S3.member()));
    private static final View NEXT = VIEW.next(S3.member(), List.of(S2.member(), S3.member()));

    private Instant now = Instant.EPOCH;
    private final FailoverState state = new FailoverState(FailoverTimeouts.DEFAULTS, now);
    private final List<FailoverEffect> effects = new ArrayList<>();

    @BeforeEach
    void serve() {
        handle(state.onListing(listing(VIEW), now));
        handle(state.onAdopted(S1, VIEW, now));
        effects.clear();
    }

    @Test
    void whenARequestIsRefused_thenTheSearchBeginsWithoutAnotherHeartbeat() {
        handle(state.onRequestFailed(S1, CallFailure.ENDED, now));
        tick();

        assertThat(effects)
                .contains(
                        new HoldRequests(VIEW),
                        new CutLane("server1"),
                        new FetchListing(),
                        new QueryStatus(S2),
                        new QueryStatus(S3));
    }

    @Test
    void whenARequestIsOnlyUnanswered_thenAHeartbeatDecides() {
        handle(state.onRequestFailed(S1, CallFailure.UNANSWERED, now));
        tick();

        assertThat(effects).containsExactly(new QueryStatus(S1));
    }

    @Test
    void whenAnEarlierProcessOfThePrimaryRefuses_thenThatSaysNothingOfThisOne() {
        handle(state.onRequestFailed(registration("server1", 99), CallFailure.ENDED, now));
        tick();

        assertThat(effects).containsExactly(new QueryStatus(S1));
    }

    /** Found by seed 587926 of the simulation: it went on to send requests to the process that had ended, for a second. */
    @Test
    void whenThePrimaryHasComeBackAsANewIncarnation_thenTheSearchBeginsWithoutAnotherHeartbeat() {
        var newcomer = registration(new Member("server1", new UUID(0, 2)), 99);

        handle(state.onListing(listing(VIEW, newcomer, S2, S3), now));
        tick();

        assertThat(effects)
                .contains(
                        new HoldRequests(VIEW),
                        new CutLane("server1"),
                        new FetchListing(),
                        new QueryStatus(S2),
                        new QueryStatus(S3));
    }

    @Test
    void whenAllHaveAnswered_thenTheLongestLogIsProposedAtOnce() {
        search();

        handle(state.onStatus(S2, replica(S2, 10), now));
        handle(state.onStatus(S3, replica(S3, 11), now));

        assertThat(effects).containsExactly(new Propose(VIEW, NEXT));
    }

    @Test
    void whenThereAreAsManyBackEndsAsThereMayBe_thenAllAreAsked_andTheLongestLogIsProposedWhenTheLastHasAnswered() {
        var all = IntStream.rangeClosed(1, Limits.MEMBERS)
                .mapToObj(i -> registration("server" + i, i))
                .toArray(BackendRegistration[]::new);
        var members = Stream.of(all).map(BackendRegistration::member).toList();
        var view = VIEW.next(S1.member(), members);
        var others = Stream.of(all).skip(1).toList();
        var last = others.get(others.size() - 1);
        handle(state.onListing(listing(view, all), now));
        handle(state.onAdopted(S1, view, now));
        effects.clear();

        handle(state.onRequestFailed(S1, CallFailure.ENDED, now));
        tick();
        assertThat(effects).contains(others.stream().map(QueryStatus::new).toArray(FailoverEffect[]::new));

        effects.clear();
        handle(state.onStatusFailed(S1, CallFailure.ENDED, now));
        handle(state.onListingFetched(listing(view, all), now));
        others.subList(0, others.size() - 1).forEach(each -> handle(state.onStatus(each, replica(each, 10), now)));
        assertThat(effects).isEmpty();
        handle(state.onStatus(last, replica(last, 11), now));

        assertThat(effects)
                .containsExactly(new Propose(view, view.next(last.member(), members.subList(1, members.size()))));
    }

    @Test
    void whileOneHasNotAnswered_thenItIsWaitedForUntilTheLimit() {
        search();
        handle(state.onStatus(S3, replica(S3, 11), now));
        assertThat(effects).isEmpty();

        now = now.plus(FailoverTimeouts.DEFAULTS.gatherTimeout());
        tick();

        assertThat(effects).containsExactly(new Propose(VIEW, VIEW.next(S3.member(), VIEW.inSync())));
    }

    @Test
    void whileAProposalIsOpen_thenThereIsNoOther() {
        proposed();

        now = now.plusSeconds(5);
        tick();

        assertThat(effects).isEmpty();
    }

    @Test
    void whenTheProposalIsAccepted_thenRequestsGoToTheNewPrimaryOnceItHasTheView() {
        proposed();
        handle(state.onProposalAnswered(NEXT, now));
        assertThat(effects).contains(new Adopt(S3, NEXT)).doesNotHaveAnyElementsOfTypes(OpenRoute.class);

        handle(state.onAdopted(S3, NEXT, now));

        assertThat(effects).contains(new OpenRoute(NEXT, S3));
    }

    @Test
    void whenTheNewPrimaryDoesNotTakeTheViewInTime_thenRequestsAreSentAllTheSame() {
        proposed();
        handle(state.onProposalAnswered(NEXT, now));

        now = now.plusMillis(400);
        tick();

        assertThat(effects).contains(new OpenRoute(NEXT, S3));
    }

    @Test
    void whenAnotherFrontEndWasFaster_thenItsViewIsFollowed() {
        var other = VIEW.next(S2.member(), VIEW.inSync());
        proposed();

        handle(state.onProposalAnswered(other, now));

        assertThat(effects).contains(new Adopt(S2, other));
    }

    @Test
    void whenTheProposalIsNotAnswered_thenTheProposedViewIsNotFollowed_andTheSearchGoesOn() {
        proposed();

        handle(state.onProposalUnanswered(now));
        assertThat(effects).doesNotHaveAnyElementsOfTypes(Adopt.class, OpenRoute.class);
        now = now.plusMillis(50);
        tick();

        assertThat(effects).contains(new FetchListing());
    }

    @Test
    void whenTheNameServerIsAway_thenNothingIsProposed_andTheSearchGoesOn() {
        handle(state.onRequestFailed(S1, CallFailure.ENDED, now));
        tick();
        handle(state.onListingUnanswered(now));
        handle(state.onStatusFailed(S1, CallFailure.ENDED, now));
        handle(state.onStatus(S2, replica(S2, 10), now));
        handle(state.onStatus(S3, replica(S3, 11), now));
        assertThat(effects).doesNotHaveAnyElementsOfTypes(Propose.class);

        effects.clear();
        now = now.plusMillis(50);
        tick();

        assertThat(effects).contains(new FetchListing());
    }

    @Test
    void whenThePrimaryTurnsOutToBeAlive_thenItIsRoutedToAgain_andARefusalIsNotBelievedAnyMore() {
        search();
        handle(state.onStatus(S2, replica(S2, 10), now));
        handle(state.onStatus(S3, replica(S3, 10), now));
        effects.clear();
        handle(state.onProposalUnanswered(now));
        now = now.plusMillis(50);
        tick();
        handle(state.onListingFetched(listing(VIEW), now));
        handle(state.onStatus(S1, status(S1, BackendRole.PRIMARY, 10), now));
        handle(state.onStatus(S2, replica(S2, 10), now));
        handle(state.onStatus(S3, replica(S3, 10), now));
        assertThat(effects).contains(new AllowLane("server1"), new OpenRoute(VIEW, S1));

        effects.clear();
        handle(state.onRequestFailed(S1, CallFailure.ENDED, now));
        tick();

        assertThat(effects).containsExactly(new QueryStatus(S1));
    }

    @Test
    void whenABackEndSpeaksOfANewerView_thenTheRegisterIsAsked_andItsViewIsFollowed() {
        handle(state.onNotPrimary(S1, NEXT.epoch(), now));
        assertThat(effects).containsExactly(new FetchListing());

        handle(state.onListingFetched(listing(NEXT), now));

        assertThat(effects).contains(new HoldRequests(NEXT), new Adopt(S3, NEXT));
    }

    @Test
    void whenABackEndSpeaksOfAViewThatNeverWas_thenRequestsGoOnToThePrimary() {
        var madeUp = new View(Long.MAX_VALUE, S2.member(), List.of(S2.member()));
        var lying = new BackendStatus(S1.member(), BackendRole.PRIMARY, 5, 10, 5, 0, 0, madeUp, 0);
        tick();
        handle(state.onStatus(S1, lying, now));
        handle(state.onListingFetched(listing(VIEW), now));

        assertThat(effects)
                .contains(new FetchListing())
                .doesNotHaveAnyElementsOfTypes(HoldRequests.class, OpenRoute.class, Adopt.class);
    }

    @Test
    void whenTheHeartbeatIsWellButNoRequestIsAnswered_thenAnotherIsProposed() {
        failRequestsWithGoodHeartbeats();
        assertThat(effects).contains(new HoldRequests(VIEW), new CutLane("server1"));

        handle(state.onListingFetched(listing(VIEW), now));
        handle(state.onStatus(S1, status(S1, BackendRole.PRIMARY, 10), now));
        handle(state.onStatus(S2, replica(S2, 10), now));
        effects.clear();
        handle(state.onStatus(S3, replica(S3, 11), now));

        assertThat(effects).containsExactly(new Propose(VIEW, NEXT));
    }

    @Test
    void whenNobodyElseCanServe_thenAPrimaryThatAnswersNoRequestStays() {
        failRequestsWithGoodHeartbeats();

        handle(state.onListingFetched(listing(VIEW), now));
        handle(state.onStatusFailed(S2, CallFailure.ENDED, now));
        effects.clear();
        handle(state.onStatusFailed(S3, CallFailure.ENDED, now));

        assertThat(effects).contains(new OpenRoute(VIEW, S1)).doesNotHaveAnyElementsOfTypes(Propose.class);
    }

    @Test
    void whenARequestIsAnsweredInBetween_thenFailedOnesAreNoSuspicion() {
        for (int i = 0; i < 30; i++) {
            failARequest();
            if (i % 5 == 0) {
                handle(state.onRequestAnswered(S1));
            }
        }

        assertThat(effects).doesNotHaveAnyElementsOfTypes(CutLane.class);
    }

    @Test
    void whenThePrimaryRegistersAnew_thenRequestsGoToThatProcess() {
        var again = registration("server1", 99);

        handle(state.onListing(listing(VIEW, again, S2, S3), now));
        assertThat(effects).contains(new OpenRoute(VIEW, again));

        effects.clear();
        handle(state.onListing(listing(VIEW, again, S2, S3), now));
        assertThat(effects).isEmpty();
    }

    /** Each renewal tells how far the data have come. */
    @Test
    void whenThePrimaryRenewsItsRegistration_thenTheRouteAndTheSuspicionStayAsTheyAre() {
        for (int renewals = 0; renewals < 10; renewals++) {
            now = now.plusMillis(100);
            tick();
            handle(state.onListing(listing(VIEW, aged(S1, renewals), S2, S3), now));
        }
        assertThat(effects).doesNotHaveAnyElementsOfTypes(OpenRoute.class);

        now = now.plusMillis(200);
        tick();

        assertThat(effects).hasAtLeastOneElementOfType(HoldRequests.class);
    }

    private static BackendRegistration aged(BackendRegistration same, long committed) {
        return new BackendRegistration(
                same.member(),
                same.process(),
                same.cluster(),
                DataAge.NEW.withCommitted(1, committed),
                same.backend(),
                same.replica(),
                same.control());
    }

    private void failRequestsWithGoodHeartbeats() {
        for (int i = 0; i < 11; i++) {
            failARequest();
        }
    }

    private void failARequest() {
        handle(state.onRequestFailed(S1, CallFailure.UNANSWERED, now));
        now = now.plusMillis(100);
        tick();
        handle(state.onStatus(S1, status(S1, BackendRole.PRIMARY, 10), now));
    }

    @Test
    void whenAnOlderViewIsHeardOf_thenNothingChanges() {
        handle(state.onNotPrimary(S1, 4, now));

        assertThat(effects).isEmpty();
    }

    @Test
    void whenThePrimaryIsNotInTheDirectory_thenTheListingsDoNotPutTheSearchOffForEver() {
        var fresh = new FailoverState(FailoverTimeouts.DEFAULTS, now);
        fresh.onListing(listing(VIEW, S2, S3), now);
        for (int i = 0; i < 15; i++) {
            now = now.plusMillis(100);
            fresh.onListing(listing(VIEW, S2, S3), now);
            handle(fresh.onTick(now));
        }

        assertThat(effects).contains(new CutLane("server1"), new FetchListing());
    }

    @Test
    void whenNobodyCanBePromoted_thenRequestsAreRefused_andAfterTheLimitItAbandons() {
        tick();
        handle(state.onStatusFailed(S1, CallFailure.ENDED, now));
        tick();
        for (int i = 0; i < 60; i++) {
            handle(state.onListingFetched(listing(VIEW), now));
            Stream.of(S1, S2, S3).forEach(each -> handle(state.onStatusFailed(each, CallFailure.ENDED, now)));
            now = state.nextTick();
            tick();
            tick();
        }

        assertThat(effects).hasAtLeastOneElementOfType(RefuseRequests.class).hasAtLeastOneElementOfType(Abandon.class);
    }

    @Test
    void whenAnEarlierProcessAnswersLate_thenItsStatusDoesNotReplaceThatOfTheRestartedOne() {
        search();
        handle(state.onStatus(S3, replica(S3, 11), now));

        handle(state.onStatus(registration("server3", 99), status(S3, BackendRole.REPLICA, 1), now));
        handle(state.onStatus(S2, replica(S2, 10), now));

        assertThat(effects).containsExactly(new Propose(VIEW, NEXT));
    }

    @Test
    void whenThePrimaryWasRestartedBeforeAnybodySuspectedIt_thenRequestsGoToItsNewProcess() {
        var restarted = registration("server1", 99);

        handle(state.onListing(listing(VIEW, restarted, S2, S3), now));

        assertThat(effects).contains(new OpenRoute(VIEW, restarted));
    }

    @Test
    void whenAListingOfAnEarlierRoundComesLate_thenItsOldViewDecidesNothing() {
        search();
        handle(state.onStatusFailed(S2, CallFailure.ENDED, now));
        handle(state.onStatusFailed(S3, CallFailure.ENDED, now));
        now = state.nextTick();
        tick(); // the next round asks for a listing, which stays open
        handle(state.onProposalAnswered(NEXT, now)); // a late answer
        handle(state.onAdopted(S3, NEXT, now));
        handle(state.onRequestFailed(S3, CallFailure.ENDED, now));
        tick();
        Stream.of(S1, S2, S3).forEach(each -> handle(state.onStatusFailed(each, CallFailure.ENDED, now)));
        effects.clear();

        handle(state.onListingFetched(listing(VIEW), now));

        assertThat(effects)
                .contains(new FetchListing())
                .doesNotHaveAnyElementsOfTypes(OpenRoute.class, RefuseRequests.class);
    }

    /** server1 has ended, and the register's view has come. */
    private void search() {
        handle(state.onRequestFailed(S1, CallFailure.ENDED, now));
        tick();
        handle(state.onStatusFailed(S1, CallFailure.ENDED, now));
        handle(state.onListingFetched(listing(VIEW), now));
        effects.clear();
    }

    private void proposed() {
        search();
        handle(state.onStatus(S2, replica(S2, 10), now));
        handle(state.onStatus(S3, replica(S3, 11), now));
        effects.clear();
    }

    private void tick() {
        handle(state.onTick(now));
    }

    private void handle(List<FailoverEffect> done) {
        done.stream()
                .filter(effect -> !(effect instanceof FailoverEffect.KeepStubs || effect instanceof FailoverEffect.Log))
                .forEach(effects::add);
    }

    private static BackendStatus replica(BackendRegistration of, long lastIndex) {
        return status(of, BackendRole.REPLICA, lastIndex);
    }

    private static BackendStatus status(BackendRegistration of, BackendRole role, long lastIndex) {
        return new BackendStatus(of.member(), role, 5, lastIndex, 5, 0, 0, VIEW, 0);
    }

    private static DirectoryListing listing(View view) {
        return listing(view, S1, S2, S3);
    }

    private static DirectoryListing listing(View view, BackendRegistration... registered) {
        return new DirectoryListing(new UUID(7, 7), view, List.of(registered), List.of());
    }

    private static BackendRegistration registration(String name, long process) {
        return registration(new Member(name, new UUID(0, 1)), process);
    }

    private static BackendRegistration registration(Member member, long process) {
        try {
            return new BackendRegistration(
                    member,
                    new UUID(0, process),
                    BackendRegistration.NO_CLUSTER,
                    DataAge.NEW,
                    new MarshalledObject<>(null),
                    new MarshalledObject<>(null),
                    new MarshalledObject<>(null));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
