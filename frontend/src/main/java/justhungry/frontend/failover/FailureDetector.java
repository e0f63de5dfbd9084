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
    }

    /**
     * The primary answered a heartbeat. One that does not know its view yet is only late; one that acts in a later epoch is
     * alive, and it is this front end that is late.
     */
    public void onStatus(BackendStatus status, Instant now) {
        if (!isOfPrimary(status)) {
            return;
        }
        lastHeard = now;
        if (status.epoch() >= view.epoch() && status.role() == BackendRole.REPLICA) {
            reason = "it does not act as primary: it was restarted, or has stepped down";
        }
    }

    /** Nothing listens any more at the primary's port. */
    public void onEnded() {
        reason = "it refused the connection";
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
     * The reason to suspect the primary now; empty when there is none. Call it often: a long gap between two calls means that
     * this process itself was stopped, and then the primary's silence means nothing.
     */
    public Optional<String> reason(Instant now) {
        if (Duration.between(lastCheck, now).compareTo(suspectTimeout.dividedBy(2)) > 0) {
            lastHeard = now;
        }
        lastCheck = now;
        var silence = Duration.between(lastHeard, now);
        if (reason == null && silence.compareTo(suspectTimeout) >= 0) {
            reason = "it has been silent for %d ms".formatted(silence.toMillis());
        }
        return Optional.ofNullable(reason);
    }

    private boolean isOfPrimary(BackendStatus status) {
        return view.primary().filter(status.member()::equals).isPresent();
    }
}
