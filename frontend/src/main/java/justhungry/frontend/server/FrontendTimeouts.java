package justhungry.frontend.server;

import java.time.Duration;
import justhungry.coordination.LeaseKeeper;

/**
 * The time limits of a front end.
 *
 * @param nameServerRetryInterval the interval between attempts to reach the name server at start; there are 5
 * @param suspectTimeout the silence after which a primary is suspected
 * @param gatherTimeout the time in which the back ends must answer with their status, in a search for a primary
 * @param startTimeout with {@code --exit-when-short}: the limit until the first service
 * @param shortageTimeout with {@code --exit-when-short}: the limit of a shortage of back ends after that
 */
record FrontendTimeouts(
        Duration nameServerRetryInterval,
        Duration suspectTimeout,
        Duration gatherTimeout,
        Duration startTimeout,
        Duration shortageTimeout) {
    static final FrontendTimeouts DEFAULTS = new FrontendTimeouts(
            LeaseKeeper.RETRY_INTERVAL,
            Duration.ofSeconds(1),
            Duration.ofMillis(400),
            Duration.ofSeconds(50),
            Duration.ofSeconds(3));
}
