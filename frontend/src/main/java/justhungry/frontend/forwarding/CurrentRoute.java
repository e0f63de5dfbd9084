package justhungry.frontend.forwarding;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import justhungry.api.cluster.View;

/** The current route, with a version. The failover thread changes it; any thread may read it. Its monitor guards it. */
public final class CurrentRoute {
    private RequestRoute route = new RequestRoute.Searching(View.NONE);
    private long version;

    public synchronized RequestRoute route() {
        return route;
    }

    /** The number of changes so far. */
    synchronized long version() {
        return version;
    }

    public synchronized void changeTo(RequestRoute next) {
        route = next;
        version++;
        notifyAll();
    }

    /** Waits until the version is no longer {@code versionSeen}, or the timeout. */
    synchronized void awaitChange(long versionSeen, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        for (long left = timeout.toNanos(); version == versionSeen && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
