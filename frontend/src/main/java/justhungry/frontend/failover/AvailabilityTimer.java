package justhungry.frontend.failover;

import java.time.Duration;
import java.time.Instant;
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

    /** Too few back ends are usable. Returns whether that has lasted too long. */
    public boolean onShortage(Instant now) {
        if (since == null) {
            since = now;
        }
        return Duration.between(since, now).compareTo(served ? shortageTimeout : startTimeout) >= 0;
    }
}
