package justhungry.frontend.server;

import java.time.Instant;
import java.util.function.Consumer;
import justhungry.api.cluster.View;
import justhungry.frontend.failover.AvailabilityTimer;
import justhungry.frontend.forwarding.RequestRoute;

/** A watch that gives up when too few back ends have been usable for too long. Owned by the failover thread. */
final class AvailabilityWatch {
    private final AvailabilityTimer timer;
    private final Consumer<String> abandon;

    /** @param abandon takes the reason, again and again until the process ends */
    AvailabilityWatch(AvailabilityTimer timer, Consumer<String> abandon) {
        this.timer = timer;
        this.abandon = abandon;
    }

    /** @param listed the number of back ends in the directory */
    void check(RequestRoute route, int listed, Instant now) {
        if (route.isOpen() && listed >= View.MIN_IN_SYNC) {
            timer.onService();
        } else if (isShort(route, listed) && timer.onShortage(now)) {
            abandon.accept("fewer than %d back ends are usable: start more, then restart the front end"
                    .formatted(View.MIN_IN_SYNC));
        }
    }

    /** While a primary is searched for, this is unknown. */
    private static boolean isShort(RequestRoute route, int listed) {
        return listed < View.MIN_IN_SYNC || route instanceof RequestRoute.Closed;
    }
}
