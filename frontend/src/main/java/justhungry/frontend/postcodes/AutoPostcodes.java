package justhungry.frontend.postcodes;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A check that is online while the service can be reached, else of the format only; it probes the service now and then. */
final class AutoPostcodes implements Postcodes {
    /** The time between probes of a service that could not be reached. One check in that time waits for the probe. */
    static final Duration TRIAL_EVERY = Duration.ofSeconds(60);

    private final PostcodeService service;
    private final Postcodes shape = new OfflinePostcodes();
    private final InstantSource clock;
    private final Consumer<String> changes;

    /** The time of the next probe; null while the service can be reached. */
    private final AtomicReference<@Nullable Instant> nextTrial = new AtomicReference<>();

    AutoPostcodes(PostcodeService service, InstantSource clock, Consumer<String> changes) {
        this.service = service;
        this.clock = clock;
        this.changes = changes;
    }

    @Override
    public Verdict check(String postcode) {
        return mayAsk() ? ask(postcode) : shape.check(postcode);
    }

    /** The caller that postpones the next probe makes this one; the others stay offline meanwhile. */
    private boolean mayAsk() {
        @Nullable Instant next = nextTrial.get();
        var now = clock.instant();
        return next == null || (!now.isBefore(next) && nextTrial.compareAndSet(next, now.plus(TRIAL_EVERY)));
    }

    private Verdict ask(String postcode) {
        try {
            var verdict = service.ask(postcode);
            goOnline();
            return verdict;
        } catch (IOException e) {
            goOffline();
            return shape.check(postcode);
        }
    }

    private void goOnline() {
        if (nextTrial.getAndSet(null) != null) {
            changes.accept("postcodes are checked by %s again".formatted(service.place()));
        }
    }

    private void goOffline() {
        @Nullable Instant before = nextTrial.getAndSet(clock.instant().plus(TRIAL_EVERY));
        if (before == null) {
            changes.accept("%s cannot be reached: checking only the format of postcodes; retrying every %d s"
                    .formatted(service.place(), TRIAL_EVERY.toSeconds()));
        }
    }

    @Override
    public String describe() {
        return nextTrial.get() == null
                ? "auto: checked by " + service.place()
                : "auto, offline: checks only the format of a postcode, because %s cannot be reached; retrying every %d s"
                        .formatted(service.place(), TRIAL_EVERY.toSeconds());
    }
}
