package justhungry.frontend.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import justhungry.api.cluster.View;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.BackendStatus.BackendRole;
import org.jspecify.annotations.Nullable;

/**
 * A failure detector for the primary of a view. It may be wrong, at the cost of some time and never of an order: the view
 * register decides. Owned by the failover thread; instants come from one clock that does not step.
 */
public final class FailureDetector {
    /** The interval between two heartbeats. */
    static final Duration INTERVAL = Duration.ofMillis(100);

    /** The interval after a heartbeat that failed: a process that was just killed refuses the next one. */
    static final Duration INTERVAL_AFTER_FAILURE = Duration.ofMillis(10);

    private final Duration suspectTimeout;
    private View view = View.NONE;
    private Instant lastHeard = Instant.EPOCH;
    private Instant lastCheck = Instant.EPOCH;
    private @Nullable String reason = "there is no primary yet";

    /** When the first of the requests failed of which none was answered since; null when the last one was. */
    private @Nullable Instant requestsFailSince;

    /** The reason is that requests fail, so that it must not stay primary for its heartbeat's sake. */
    private boolean unserving;

    /** The process that a search found alive although it was suspected. */
    private @Nullable UUID foundAlive;

    /** @param suspectTimeout the silence after which the primary is suspected */
    public FailureDetector(Duration suspectTimeout) {
        this.suspectTimeout = suspectTimeout;
    }

    /** Starts, or restarts, to watch the primary of that view; earlier suspicions are forgotten. */
    public void watch(View watched, Instant now) {
        view = watched;
        lastHeard = now;
        lastCheck = now;
        reason = null;
        requestsFailSince = null;
        unserving = false;
    }

    /**
     * The primary answered a heartbeat. One that does not know its view yet is only late; one that acts in a later epoch is
     * alive, and it is this front end that is late.
     */
    public void onStatus(BackendStatus status, Instant now) {
        discountLateness(now);
        if (!isOfPrimary(status)) {
            return;
        }
        lastHeard = now;
        if (status.epoch() >= view.epoch() && status.role() == BackendRole.REPLICA) {
            reason = "it does not act as primary: it was restarted, or has stepped down";
        }
    }

    /** A request to the primary has failed. What serves is what is suspected: a heartbeat does not excuse it. */
    public void onRequestFailed(Instant now) {
        discountLateness(now);
        if (requestsFailSince == null) {
            requestsFailSince = now;
        }
        var time = Duration.between(requestsFailSince, now);
        if (reason == null && time.compareTo(suspectTimeout) >= 0) {
            reason = "it answers its heartbeat, but no request for %d ms".formatted(time.toMillis());
            unserving = true;
        }
    }

    /** A request to the primary was answered. */
    public void onRequestAnswered() {
        requestsFailSince = null;
    }

    /** Whether it is suspected because it serves nothing. */
    public boolean isUnserving() {
        return unserving;
    }

    /** Nothing listens any more at the primary's port. */
    public void onEnded() {
        reason = "it refused the connection";
    }

    /** Another incarnation has registered under the primary's name. */
    public void onReplaced() {
        reason = "it has come back without its data, or with an old copy of them";
    }

    /** A search has found the suspected primary alive. */
    void onFoundAlive(BackendRegistration primary) {
        foundAlive = primary.process();
    }

    /** Whether a search found it alive although it was suspected: that it refuses a request proves nothing any more. */
    boolean isFoundAlive(BackendRegistration primary) {
        return primary.process().equals(foundAlive);
    }

    /**
     * The reason to suspect the primary now; empty when there is none. Call it every {@link #INTERVAL}: what a call comes
     * later than that is no silence of the primary's.
     */
    public Optional<String> reason(Instant now) {
        discountLateness(now);
        var silence = Duration.between(lastHeard, now);
        if (reason == null && silence.compareTo(suspectTimeout) >= 0) {
            reason = "it has been silent for %d ms".formatted(silence.toMillis());
        }
        return Optional.ofNullable(reason);
    }

    /**
     * Takes the time in which this process was late out of the silence: it was stopped, its machine slept or is overloaded,
     * and then nobody can tell whether the primary would have answered.
     */
    private void discountLateness(Instant now) {
        var late = Duration.between(lastCheck, now).minus(INTERVAL);
        if (!late.isNegative()) {
            lastHeard = lastHeard.plus(late);
            requestsFailSince = requestsFailSince == null ? null : requestsFailSince.plus(late);
        }
        lastCheck = now;
    }

    private boolean isOfPrimary(BackendStatus status) {
        return view.primary().filter(status.member()::equals).isPresent();
    }
}
