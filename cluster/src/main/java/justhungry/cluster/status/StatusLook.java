package justhungry.cluster.status;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A look at a cluster, which can be repeated.
 *
 * @param <E> the failure of a look, after which there is no other
 */
@FunctionalInterface
public interface StatusLook<E extends Exception> {
    /** The longest pause between two looks. */
    Duration POLL_INTERVAL = Duration.ofMillis(100);

    /**
     * Looks once.
     *
     * @param left the time that is left for it, more than 0; 0 when there is to be one look, as short as possible
     */
    ClusterStatus within(Duration left) throws E;

    /**
     * Looks at least once, and then until the cluster takes orders. No look begins when the time is over; how much later the
     * last one ends is up to {@link #within}.
     *
     * @param longest at least 0
     * @return the first status in which orders are taken, else the last one
     */
    default ClusterStatus awaitService(Duration longest) throws E, InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        var status = within(longest);
        while (!status.takesOrders()) {
            TimeUnit.NANOSECONDS.sleep(Math.min(POLL_INTERVAL.toNanos(), end - System.nanoTime()));
            long left = end - System.nanoTime();
            if (left <= 0) {
                break;
            }
            status = within(Duration.ofNanos(left));
        }
        return status;
    }
}
