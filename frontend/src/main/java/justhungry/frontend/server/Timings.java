package justhungry.frontend.server;

import java.time.Duration;
import justhungry.api.rmi.Registrar;

/**
 * How patient a front end is.
 *
 * @param nameServerTrials between two tries to reach the name server at start; there are 5
 * @param suspectAfter how long a primary may be silent
 * @param patienceAtStart with {@code --exit-when-short}: how long the back ends may take until the first service
 * @param patience with {@code --exit-when-short}: how long they may be too few after that
 */
record Timings(Duration nameServerTrials, Duration suspectAfter, Duration patienceAtStart, Duration patience) {
    static final Timings USUAL =
            new Timings(Registrar.BETWEEN_TRIES, Duration.ofSeconds(1), Duration.ofSeconds(50), Duration.ofSeconds(3));
}
