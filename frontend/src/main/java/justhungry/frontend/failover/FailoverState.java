package justhungry.frontend.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import justhungry.api.client.Reply.Cause;
import justhungry.api.client.Reply.NotExecuted;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.BackendStatus;

/**
 * The front end's part of the protocol (PROTOCOL, "When the primary fails"): it watches the primary of the newest view,
 * searches for the next one, and decides where requests go. Each {@code onX} takes an event and returns effects, to be
 * executed before the next event.
 *
 * <p>Instants come from one clock that does not step.
 */
public final class FailoverState {
    /** The time in which a new primary should take its view; after that, requests are sent to it all the same. */
    private static final Duration ADOPT_TIMEOUT = Duration.ofMillis(400);

    private final FailureDetector failureDetector;
    private final AvailabilityTimer availability;
    private final KnownBackends backends = new KnownBackends();
    private final OpenCalls calls = new OpenCalls();
    private final RequestFlow requests = new RequestFlow();
    private final SearchRounds rounds;
    private final TransitionLog transitions = new TransitionLog();
    private List<FailoverEffect> effects = new ArrayList<>();
    private View view = View.NONE;
    private FailoverPhase phase = FailoverPhase.WATCHING;
    private Instant nextTick;

    /** The primary that is searched a successor for because it serves nothing, although it answers. */
    private Optional<Member> unserving = Optional.empty();

    public FailoverState(FailoverTimeouts timeouts, Instant now) {
        this.rounds = new SearchRounds(timeouts.gatherTimeout(), backends, calls);
        this.failureDetector = new FailureDetector(timeouts.suspectTimeout());
        this.availability = new AvailabilityTimer(timeouts.startTimeout(), timeouts.shortageTimeout());
        this.nextTick = now;
    }

    /** The instant at which {@link #onTick} is due, unless another event changes it. */
    public Instant nextTick() {
        return phase == FailoverPhase.SEARCHING ? rounds.nextTick() : nextTick;
    }

    /** The front end's lease was renewed, and the directory sent its listing. */
    public List<FailoverEffect> onListing(DirectoryListing listing, Instant now) {
        take(listing, now);
        return drain();
    }

    /** The answer to {@link FailoverEffect.FetchListing}. The listing's view is a hint: the proposal decides. */
    public List<FailoverEffect> onListingFetched(DirectoryListing listing, Instant now) {
        calls.onListingSettled();
        take(listing, now);
        rounds.onRegister(listing.view(), view, now, effects);
        decideWhenComplete(now);
        return drain();
    }

    /** The name server did not answer {@link FailoverEffect.FetchListing}. */
    public List<FailoverEffect> onListingUnanswered(Instant now) {
        calls.onListingSettled();
        rounds.onRegisterUnanswered();
        decideWhenComplete(now);
        return drain();
    }

    /** A back end has answered {@link FailoverEffect.QueryStatus}. */
    public List<FailoverEffect> onStatus(BackendRegistration from, BackendStatus status, Instant now) {
        calls.onStatusSettled(from);
        if (isWatched(from)) {
            onHeartbeat(from, status, now);
        }
        checkTold(status.view().epoch());
        rounds.onStatus(from, status);
        decideWhenComplete(now);
        return drain();
    }

    /** A back end has not answered {@link FailoverEffect.QueryStatus}. */
    public List<FailoverEffect> onStatusFailed(BackendRegistration from, CallFailure failure, Instant now) {
        calls.onStatusSettled(from);
        if (isWatched(from)) {
            if (failure == CallFailure.ENDED) {
                onEnded(now);
            } else {
                nextTick = now.plus(FailureDetector.INTERVAL_AFTER_FAILURE);
            }
        }
        rounds.onNoStatus(from);
        decideWhenComplete(now);
        return drain();
    }

    /** A request that was sent along the route has failed. When the process has ended, no heartbeat has to confirm it. */
    public List<FailoverEffect> onRequestFailed(BackendRegistration to, CallFailure failure, Instant now) {
        if (failure == CallFailure.ENDED && provesTheEnd(to)) {
            onEnded(now);
        } else {
            noteUnserved(to, now);
        }
        heartbeatAtOnce(now);
        return drain();
    }

    /**
     * A back end was sent a request, but is not the primary of the route's view: it says so, or it has answered in another
     * epoch.
     *
     * @param epoch the newest that it knows
     */
    public List<FailoverEffect> onNotPrimary(BackendRegistration to, long epoch, Instant now) {
        noteUnserved(to, now);
        checkTold(epoch);
        heartbeatAtOnce(now);
        return drain();
    }

    /** A request that was sent along the route was answered, the first one after others were not. */
    public List<FailoverEffect> onRequestAnswered(BackendRegistration by) {
        if (isWatched(by)) {
            failureDetector.onRequestAnswered();
        }
        return drain();
    }

    /** The register has answered a proposal, with the view that it now has. */
    public List<FailoverEffect> onProposalAnswered(View current, Instant now) {
        calls.onProposalSettled();
        follow(current, now);
        if (rounds.isUnderWay()) {
            rounds.postpone(now);
        }
        return drain();
    }

    /** The register has not answered a proposal: it may have been accepted, and the next round will show. */
    public List<FailoverEffect> onProposalUnanswered(Instant now) {
        calls.onProposalSettled();
        if (rounds.isUnderWay()) {
            awaitRegister(now);
        }
        return drain();
    }

    /** A back end has taken a view. */
    public List<FailoverEffect> onAdopted(BackendRegistration by, View adopted, Instant now) {
        if (isAdopting(adopted)) {
            requests.allowLane(by, effects);
            becomeWatchingAnew(now);
        }
        return drain();
    }

    /** A back end was not reached with a view. */
    public List<FailoverEffect> onAdoptFailed(View adopted, CallFailure failure, Instant now) {
        if (isAdopting(adopted)) {
            becomeWatchingAnew(now);
            if (failure == CallFailure.ENDED) {
                onEnded(now);
            }
        }
        return drain();
    }

    /** Time has passed. Before {@link #nextTick} it does nothing. */
    public List<FailoverEffect> onTick(Instant now) {
        if (!now.isBefore(nextTick())) {
            switch (phase) {
                case WATCHING -> watch(now);
                case SEARCHING -> continueSearch(now);
                case ADOPTING -> becomeWatchingAnew(now);
            }
            checkAvailability(now);
        }
        return drain();
    }

    private void watch(Instant now) {
        var reason = failureDetector.reason(now);
        if (reason.isPresent()) {
            becomeSearching(reason.get(), now);
        } else {
            nextTick = now.plus(FailureDetector.INTERVAL);
            primary().ifPresent(primary -> calls.queryStatus(primary, effects));
        }
    }

    private void onHeartbeat(BackendRegistration primary, BackendStatus status, Instant now) {
        failureDetector.onStatus(status, now);
        if (failureDetector.reason(now).isPresent()) {
            nextTick = now;
        }
        requests.allowLane(primary, effects);
        if (status.epoch() < view.epoch()) {
            effects.add(new FailoverEffect.Adopt(primary, view));
        }
    }

    private void onEnded(Instant now) {
        failureDetector.onEnded();
        nextTick = now;
    }

    private void noteUnserved(BackendRegistration to, Instant now) {
        if (isWatched(to)) {
            failureDetector.onRequestFailed(now);
        }
    }

    /** A back end speaks of an epoch. A view is followed only when the register tells of it: so it is asked. */
    private void checkTold(long epoch) {
        if (epoch > view.epoch()) {
            rounds.onNewerViewTold();
            calls.fetchListing(effects);
        }
    }

    private void heartbeatAtOnce(Instant now) {
        if (phase == FailoverPhase.WATCHING) {
            nextTick = now;
        }
    }

    private void take(DirectoryListing listing, Instant now) {
        backends.update(listing, view);
        effects.add(new FailoverEffect.KeepStubs(backends.all()));
        follow(listing.view(), now);
        if (phase == FailoverPhase.WATCHING) {
            checkPrimary(now);
        }
    }

    private void checkPrimary(Instant now) {
        if (view.primary().filter(backends::isReplaced).isPresent()) {
            failureDetector.onReplaced();
            nextTick = now;
        } else if (primary().filter(primary -> !requests.isOpenTo(primary)).isPresent()) {
            becomeWatching(now); // It has come back, or was restarted: that is another process.
        }
    }

    /** Follows a view that the register has accepted, if it is newer. */
    private void follow(View next, Instant now) {
        if (next.epoch() <= view.epoch()) {
            return;
        }
        boolean samePrimary = next.primary().equals(view.primary());
        view = next;
        if ((samePrimary && phase == FailoverPhase.WATCHING) || primary().isEmpty()) {
            becomeWatchingAnew(now);
        } else {
            becomeAdopting(primary().orElseThrow(), now);
        }
    }

    private void becomeAdopting(BackendRegistration primary, Instant now) {
        phase = FailoverPhase.ADOPTING;
        rounds.end();
        nextTick = now.plus(ADOPT_TIMEOUT);
        requests.hold(view, effects);
        effects.add(new FailoverEffect.Adopt(primary, view));
    }

    /** Watches the primary of a view that has just become the newest. */
    private void becomeWatchingAnew(Instant now) {
        transitions.log(
                view,
                "%s is primary, in-sync %s"
                        .formatted(view.primary().orElseThrow().name(), view.inSync()),
                effects);
        becomeWatching(now);
    }

    /** Requests go to the view's primary as soon as its registration is known. */
    private void becomeWatching(Instant now) {
        phase = FailoverPhase.WATCHING;
        rounds.end();
        nextTick = now;
        failureDetector.watch(view, now);
        primary().ifPresentOrElse(primary -> requests.open(view, primary, effects), () -> requests.hold(view, effects));
    }

    /** Cuts the calls that hang at the suspected primary. */
    private void becomeSearching(String reason, Instant now) {
        phase = FailoverPhase.SEARCHING;
        unserving = view.primary().filter(primary -> failureDetector.isUnserving());
        requests.hold(view, effects);
        view.primary().ifPresent(primary -> {
            transitions.log(view, "%s is suspected: %s".formatted(primary.name(), reason), effects);
            requests.cutLane(primary, effects);
        });
        rounds.begin(now, effects);
    }

    private void continueSearch(Instant now) {
        if (rounds.isUnderWay()) {
            rounds.awaitMore(now);
            decideWhenComplete(now);
        } else {
            rounds.begin(now, effects);
        }
    }

    private void decideWhenComplete(Instant now) {
        rounds.completed(now).ifPresent(round -> {
            var decision = Promotion.decide(round.registered().orElse(view), round.answers(), unserving);
            decision.accept(new Conclusion(round, now));
        });
    }

    private void awaitRegister(Instant now) {
        transitions.log(
                view,
                "no new primary can be chosen while the name server does not answer: restart the name server",
                effects);
        rounds.postpone(now);
    }

    /** While a primary is searched for, it is unknown whether too few back ends are usable. */
    private void checkAvailability(Instant now) {
        boolean enoughListed = backends.listed() >= View.MIN_IN_SYNC;
        if (enoughListed && requests.isOpen()) {
            availability.onService();
        } else if (!enoughListed || requests.isRefused()) {
            availability.onShortage(now, effects);
        }
    }

    private Optional<BackendRegistration> primary() {
        return view.primary().flatMap(backends::registrationOf);
    }

    private boolean isWatched(BackendRegistration backend) {
        return phase == FailoverPhase.WATCHING
                && primary()
                        .filter(primary -> primary.process().equals(backend.process()))
                        .isPresent();
    }

    /** A lane that was cut refuses requests by itself. */
    private boolean provesTheEnd(BackendRegistration refused) {
        return isWatched(refused) && !requests.isCut(refused) && !failureDetector.isFoundAlive(refused);
    }

    private boolean isAdopting(View adopted) {
        return phase == FailoverPhase.ADOPTING && adopted.equals(view);
    }

    private List<FailoverEffect> drain() {
        var done = effects;
        effects = new ArrayList<>();
        return done;
    }

    /** What a round of the search ends with. */
    private final class Conclusion implements PromotionDecision.Visitor {
        private final PrimarySearch round;
        private final Instant now;

        Conclusion(PrimarySearch round, Instant now) {
            this.round = round;
            this.now = now;
        }

        @Override
        public void onNextView(View next) {
            round.registered()
                    .ifPresentOrElse(expected -> calls.propose(expected, next, effects), () -> awaitRegister(now));
        }

        @Override
        public void onPrimaryHealthy() {
            transitions.log(view, "the primary is alive and continues", effects);
            primary().ifPresent(primary -> {
                failureDetector.onFoundAlive(primary);
                requests.allowLane(primary, effects);
            });
            becomeWatching(now);
        }

        @Override
        public void onNotYet(String reason) {
            refuse(Cause.TOO_FEW_BACK_ENDS, reason);
        }

        @Override
        public void onNeedsOperator(String reason) {
            refuse(Cause.NO_PRIMARY, reason);
        }

        private void refuse(Cause cause, String reason) {
            transitions.log(view, reason, effects);
            requests.refuse(view, new NotExecuted(cause, reason), effects);
            rounds.postpone(now);
        }
    }
}
