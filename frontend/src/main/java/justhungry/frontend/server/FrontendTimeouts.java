package justhungry.frontend.server;

import java.time.Duration;
import justhungry.api.client.Frontend;
import justhungry.coordination.LeaseKeeper;
import justhungry.frontend.failover.FailoverTimeouts;

/**
 * The time limits of a front end.
 *
 * @param nameServerRetryInterval the interval between attempts to reach the name server at start; there are 5
 * @param request the time after which a client is told that its request has no final reply
 * @param failover those of a failover; the limits of a shortage count with {@code --exit-when-short} only
 */
record FrontendTimeouts(Duration nameServerRetryInterval, Duration request, FailoverTimeouts failover) {
    static final FrontendTimeouts DEFAULTS =
            new FrontendTimeouts(LeaseKeeper.RETRY_INTERVAL, Frontend.REQUEST_TIMEOUT, FailoverTimeouts.DEFAULTS);
}
