package justhungry.frontend.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import justhungry.api.cluster.View;
import org.jspecify.annotations.Nullable;

/**
 * The time for which too few back ends have been usable, with the limit after which a front end ends if it was asked to. Before
 * the first service the limit is long: a cluster takes its time to start. Owned by the failover thread.
 */
public final class AvailabilityTimer {
    private final Duration startTimeout;
    private final Duration shortageTimeout;
    private @Nullable Instant since;
    private boolean served;

    /**
     * @param startTimeout the limit until the first service
     * @param shortageTimeout the limit after that; a failover is not a shortage
     */
    public AvailabilityTimer(Duration startTimeout, Duration shortageTimeout) {
        this.startTimeout = startTimeout;
        this.shortageTimeout = shortageTimeout;
    }

    /** Enough back ends are usable. */
    public void onService() {
        served = true;
        since = null;
    }

    /** Too few back ends are usable. When that has lasted too long, the front end is to be abandoned. */
    public void onShortage(Instant now, List<FailoverEffect> effects) {
        if (since == null) {
            since = now;
        }
        if (Duration.between(since, now).compareTo(served ? shortageTimeout : startTimeout) >= 0) {
            effects.add(new FailoverEffect.Abandon(
                    "fewer than %d back ends are usable: start more, then restart the front end"
                            .formatted(View.MIN_IN_SYNC)));
        }
    }
}
