package justhungry.frontend.failover;

import java.time.Duration;

/** The pause between two rounds of a search, which doubles until a search has succeeded. */
final class SearchPause {
    static final Duration MAX = Duration.ofMillis(500);

    private static final Duration MIN = Duration.ofMillis(50);

    private Duration pause = MIN;

    Duration next() {
        var now = pause;
        var longer = pause.multipliedBy(2);
        pause = longer.compareTo(MAX) < 0 ? longer : MAX;
        return now;
    }

    void reset() {
        pause = MIN;
    }
}
