package justhungry.frontend.postcodes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The service's last answer or failure, with its age. Any thread may use it. Each change goes to the log. */
final class ServiceHealth {
    private static final Duration SHOWN_IN_SECONDS = Duration.ofMinutes(2);
    private static final Duration SHOWN_IN_MINUTES = Duration.ofHours(2);

    private final String host;
    private final InstantSource clock;
    private final Consumer<String> log;

    /** Guarded by this; null before the first question. */
    private @Nullable Outcome last;

    /**
     * The health of a service that was not asked yet.
     *
     * @param clock does not jump
     * @param log takes a sentence for each change
     */
    ServiceHealth(String host, InstantSource clock, Consumer<String> log) {
        this.host = host;
        this.clock = clock;
        this.log = log;
    }

    /** The outcome of the last question; {@code failure} is null when it was answered. */
    private record Outcome(@Nullable String failure, Instant time) {}

    void onAnswer() {
        onOutcome(null, host + " answers: postcodes are checked there");
    }

    /** @param consequence what becomes of postcodes meanwhile */
    void onFailure(UncheckedPostcodeException failure, String consequence) {
        onOutcome(failure.forOperator(), "%s (%s)".formatted(failure.forOperator(), consequence));
    }

    private synchronized void onOutcome(@Nullable String failure, String line) {
        boolean changed = last == null || !Objects.equals(last.failure(), failure);
        last = new Outcome(failure, clock.instant());
        if (changed) {
            log.accept(line);
        }
    }

    /** The last answer or failure and its age, in words for a person. */
    synchronized String describe() {
        if (last == null) {
            return "%s, not asked yet".formatted(host);
        }
        var age = inWords(Duration.between(last.time(), clock.instant()));
        return last.failure() == null
                ? "%s answered %s ago".formatted(host, age)
                : "%s (%s ago)".formatted(last.failure(), age);
    }

    private static String inWords(Duration age) {
        if (age.compareTo(SHOWN_IN_SECONDS) < 0) {
            return age.toSeconds() + " s";
        }
        return age.compareTo(SHOWN_IN_MINUTES) < 0 ? age.toMinutes() + " min" : age.toHours() + " h";
    }
}
