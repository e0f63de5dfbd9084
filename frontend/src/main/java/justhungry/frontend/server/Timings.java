package justhungry.frontend.server;

import java.time.Duration;
import justhungry.coordination.Registrar;

/**
 * The time limits of a front end.
 *
 * @param nameServerTrials the interval between attempts to reach the name server at start; there are 5
 * @param suspectAfter the silence after which a primary is suspected
 * @param gathering the time in which the back ends must answer with their status, in a search for a primary
 * @param patienceAtStart with {@code --exit-when-short}: the limit until the first service
 * @param patience with {@code --exit-when-short}: the limit of a shortage of back ends after that
 */
record Timings(
        Duration nameServerTrials,
        Duration suspectAfter,
        Duration gathering,
        Duration patienceAtStart,
        Duration patience) {
    static final Timings USUAL = new Timings(
            Registrar.BETWEEN_TRIES,
            Duration.ofSeconds(1),
            Duration.ofMillis(400),
            Duration.ofSeconds(50),
            Duration.ofSeconds(3));
}
