package justhungry.frontend.failover;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time for which too few back ends have been usable, with the limit after which a front end ends if it was asked to. Before
 * the first service the limit is long: a cluster takes its time to start. Owned by the failover thread.
 */
public final class Shortage {
    private final Duration patienceAtStart;
    private final Duration patience;
    private @Nullable Instant since;
    private boolean served;

    /**
     * @param startTimeout the limit until the first service
     * @param shortageTimeout the limit after that; a failover is not a shortage
     */
    public Shortage(Duration startTimeout, Duration shortageTimeout) {
        this.patienceAtStart = startTimeout;
        this.patience = shortageTimeout;
    }

    /** Enough back ends are usable. */
    public void onService() {
        served = true;
        since = null;
    }

    /** Too few back ends are usable. Returns whether that has lasted too long. */
    public boolean onShort(Instant now) {
        if (since == null) {
            since = now;
        }
        return Duration.between(since, now).compareTo(served ? patience : patienceAtStart) >= 0;
    }
}
