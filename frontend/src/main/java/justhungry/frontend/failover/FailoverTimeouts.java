package justhungry.frontend.failover;

import java.time.Duration;

/**
 * The time limits of a failover. They decide only when something is tried, never whether it is safe.
 *
 * @param suspectTimeout the silence after which a primary is suspected
 * @param gatherTimeout the time in which the back ends must answer with their status, in a search for a primary
 * @param startTimeout the limit of a shortage of back ends until the first service, after which the front end abandons
 * @param shortageTimeout the same limit after that
 */
public record FailoverTimeouts(
        Duration suspectTimeout, Duration gatherTimeout, Duration startTimeout, Duration shortageTimeout) {
    public static final FailoverTimeouts DEFAULTS = new FailoverTimeouts(
            Duration.ofSeconds(1), Duration.ofMillis(400), Duration.ofSeconds(50), Duration.ofSeconds(3));
}
