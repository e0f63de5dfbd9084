package justhungry.frontend.postcodes;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Online while the service can be reached, else the shape alone, with a trial of the service now and then. */
final class AutoPostcodes implements Postcodes {
    /** How long the service is left alone after it could not be reached. One check in that time pays for the trial. */
    static final Duration TRIAL_EVERY = Duration.ofSeconds(60);

    private final PostcodeService service;
    private final Postcodes shape = new OfflinePostcodes();
    private final InstantSource clock;
    private final Consumer<String> changes;

    /** When the service is to be tried next; null while it can be reached. */
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

    /** Whoever moves the next trial on makes this one; the others go on offline meanwhile. */
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
            changes.accept("%s cannot be reached: only the shape of postcodes is checked; it is tried again every %d s"
                    .formatted(service.place(), TRIAL_EVERY.toSeconds()));
        }
    }

    @Override
    public String describe() {
        return nextTrial.get() == null
                ? "auto: checked by " + service.place()
                : "auto, offline: only the shape of a postcode is checked, for %s cannot be reached; it is tried again every %d s"
                        .formatted(service.place(), TRIAL_EVERY.toSeconds());
    }
}
