package justhungry.frontend.forwarding;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import justhungry.api.cluster.View;

/** The current route, with a version. The failover thread changes it; any thread may read it. Its monitor guards it. */
public final class Signpost {
    private Route route = new Route.Searching(View.NONE);
    private long turns;

    public synchronized Route route() {
        return route;
    }

    /** The number of changes so far. */
    synchronized long turns() {
        return turns;
    }

    public synchronized void turn(Route next) {
        route = next;
        turns++;
        notifyAll();
    }

    /** Waits until the version is no longer {@code versionSeen}, or the timeout. */
    synchronized void awaitTurn(long versionSeen, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        for (long left = timeout.toNanos(); turns == versionSeen && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
