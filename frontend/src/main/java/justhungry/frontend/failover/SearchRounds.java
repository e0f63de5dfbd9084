package justhungry.frontend.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import justhungry.api.cluster.View;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.BackendStatus;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of a search for a primary. Each asks the name server and all back ends at the same time. One that has decided
 * nothing is followed by a pause, which doubles until a search has succeeded.
 */
final class SearchRounds {
    private final Duration gatherTimeout;
    private final KnownBackends backends;
    private final OpenCalls calls;
    private final SearchPause pause = new SearchPause();
    private Instant nextTick = Instant.EPOCH;

    /** The round that is under way; null between two rounds, and while nothing is searched. */
    private @Nullable PrimarySearch round;

    SearchRounds(Duration gatherTimeout, KnownBackends backends, OpenCalls calls) {
        this.gatherTimeout = gatherTimeout;
        this.backends = backends;
        this.calls = calls;
    }

    boolean isUnderWay() {
        return round != null;
    }

    /** When the round that is under way, or the pause, is over. */
    Instant nextTick() {
        return nextTick;
    }

    /** Begins a round; back ends that are listed anew are asked later. */
    void begin(Instant now, List<FailoverEffect> effects) {
        var begun = new PrimarySearch(now.plus(gatherTimeout), calls.awaitsListing());
        round = begun;
        nextTick = begun.deadline();
        calls.fetchListing(effects);
        queryStatuses(begun, effects);
    }

    private void queryStatuses(PrimarySearch asking, List<FailoverEffect> effects) {
        for (var backend : backends.all()) {
            if (asking.expect(backend)) {
                calls.queryStatus(backend, effects);
            }
        }
    }

    /** A listing has come, with the register's view. When it is too old for this round, the round begins again. */
    void onRegister(View registered, View newest, Instant now, List<FailoverEffect> effects) {
        var current = round;
        if (current != null && current.onRegister(registered, newest)) {
            queryStatuses(current, effects);
        } else if (current != null) {
            begin(now, effects);
        }
    }

    void onRegisterUnanswered() {
        if (round != null) {
            round.onRegisterUnanswered();
        }
    }

    void onStatus(BackendRegistration from, BackendStatus status) {
        if (round != null) {
            round.onStatus(from, status);
        }
    }

    void onNoStatus(BackendRegistration from) {
        if (round != null) {
            round.onNoStatus(from);
        }
    }

    void onNewerViewTold() {
        if (round != null) {
            round.onNewerViewTold();
        }
    }

    /** The round that waits for no more answers; empty while there is none, and while a proposal is open. */
    Optional<PrimarySearch> completed(Instant now) {
        return Optional.ofNullable(round).filter(asked -> asked.isComplete(now) && !calls.hasProposal());
    }

    /** The round is as long as it can be, and something is still open: it is looked at again later. */
    void awaitMore(Instant now) {
        nextTick = now.plus(SearchPause.MAX);
    }

    /** Postpones the next round; a new view cuts the pause short. */
    void postpone(Instant now) {
        round = null;
        nextTick = now.plus(pause.next());
    }

    /** The search has succeeded. */
    void end() {
        round = null;
        pause.reset();
    }
}
