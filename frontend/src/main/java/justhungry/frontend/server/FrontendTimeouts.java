package justhungry.frontend.server;

import java.time.Duration;
import justhungry.coordination.LeaseKeeper;
import justhungry.frontend.failover.FailoverTimeouts;

/**
 * The time limits of a front end.
 *
 * @param nameServerRetryInterval the interval between attempts to reach the name server at start; there are 5
 * @param failover those of a failover; the limits of a shortage count with {@code --exit-when-short} only
 */
record FrontendTimeouts(Duration nameServerRetryInterval, FailoverTimeouts failover) {
    static final FrontendTimeouts DEFAULTS =
            new FrontendTimeouts(LeaseKeeper.RETRY_INTERVAL, FailoverTimeouts.DEFAULTS);
}
