package justhungry.frontend.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import justhungry.api.View;

/** Shows the current route. The failover thread turns it; any thread may look. Its monitor guards it. */
final class Signpost {
    private Route route = new Route.Searching(View.NONE);
    private long turns;

    synchronized Route route() {
        return route;
    }

    /** How often it has been turned. */
    synchronized long turns() {
        return turns;
    }

    synchronized void turn(Route next) {
        route = next;
        turns++;
        notifyAll();
    }

    /** Waits until it has been turned more often than {@code turnsSeen}, or the time is up. */
    synchronized void awaitTurn(long turnsSeen, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        for (long left = most.toNanos(); turns == turnsSeen && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
