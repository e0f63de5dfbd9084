package justhungry.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The policy of a client's retries, when no front end can be reached or the outcome stays unknown.
 *
 * @param maxRetries the number of retries after the first attempt
 * @param retryInterval between two attempts
 * @param pause waits for that long
 * @param slowCallTimeout the time after which the person is told that a call is still in progress
 */
public record RetryPolicy(int maxRetries, Duration retryInterval, Pause pause, Duration slowCallTimeout) {
    /** A retry every 5 s, 5 times. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(
            5,
            Duration.ofSeconds(5),
            duration -> TimeUnit.MILLISECONDS.sleep(duration.toMillis()),
            Duration.ofSeconds(1));

    /** A way to wait. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration duration) throws InterruptedException;
    }
}
