package justhungry.frontend.routing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells when too few back ends have been usable for so long that a front end which was asked to may end. Before the first
 * service it is patient: a cluster takes its time to start. Owned by the failover thread.
 */
public final class Shortage {
    private final Duration patienceAtStart;
    private final Duration patience;
    private @Nullable Instant since;
    private boolean served;

    /**
     * @param patienceAtStart how long the back ends may take until the first service
     * @param patience how long a shortage may last after that: a failover is none
     */
    public Shortage(Duration patienceAtStart, Duration patience) {
        this.patienceAtStart = patienceAtStart;
        this.patience = patience;
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
