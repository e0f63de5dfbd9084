package justhungry.cli.request;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long a client tries, when no front end can be reached or the outcome stays unknown.
 *
 * @param times how often it tries again after the first time
 * @param period between two tries
 * @param pause waits for that long
 * @param patience after which a person is told that a call is still under way
 */
public record Retries(int times, Duration period, Pause pause, Duration patience) {
    /** Again every 5 s, 5 times. */
    public static final Retries USUAL = new Retries(
            5,
            Duration.ofSeconds(5),
            duration -> TimeUnit.MILLISECONDS.sleep(duration.toMillis()),
            Duration.ofSeconds(1));

    /** Lets time go by. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration duration) throws InterruptedException;
    }
}
