package justhungry.frontend.postcodes;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The service's last answer or failure, with its time. Any thread may use it. Each change goes to the log. */
final class ServiceHealth {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final String host;
    private final InstantSource timeOfDay;
    private final Consumer<String> log;

    /** Guarded by this; null before the first question. */
    private @Nullable Outcome last;

    /** @param log takes a sentence for each change */
    ServiceHealth(String host, InstantSource timeOfDay, Consumer<String> log) {
        this.host = host;
        this.timeOfDay = timeOfDay;
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
        last = new Outcome(failure, timeOfDay.instant());
        if (changed) {
            log.accept(line);
        }
    }

    /** The last answer or failure and its time, in words for a person. */
    synchronized String describe() {
        if (last == null) {
            return "%s, not asked yet".formatted(host);
        }
        var time = TIME.format(last.time());
        return last.failure() == null
                ? "%s answered at %s".formatted(host, time)
                : "at %s: %s".formatted(time, last.failure());
    }
}
