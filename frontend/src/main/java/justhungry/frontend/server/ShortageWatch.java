package justhungry.frontend.server;

import java.time.Instant;
import java.util.function.Consumer;
import justhungry.api.cluster.View;
import justhungry.frontend.failover.Shortage;
import justhungry.frontend.forwarding.Route;

/** A watch that gives up when too few back ends have been usable for too long. Owned by the failover thread. */
final class ShortageWatch {
    private final Shortage shortage;
    private final Consumer<String> giveUp;

    /** @param abandon takes the reason, again and again until the process ends */
    ShortageWatch(Shortage timer, Consumer<String> abandon) {
        this.shortage = timer;
        this.giveUp = abandon;
    }

    /** @param listed the number of back ends in the directory */
    void look(Route route, int listed, Instant now) {
        if (route.isOpen() && listed >= View.MIN_IN_SYNC) {
            shortage.onService();
        } else if (isShort(route, listed) && shortage.onShort(now)) {
            giveUp.accept("fewer than %d back ends are usable: start more, then restart the front end"
                    .formatted(View.MIN_IN_SYNC));
        }
    }

    /** While a primary is searched for, this is unknown. */
    private static boolean isShort(Route route, int listed) {
        return listed < View.MIN_IN_SYNC || route instanceof Route.Closed;
    }
}
