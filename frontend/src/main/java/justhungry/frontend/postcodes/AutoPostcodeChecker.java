package justhungry.frontend.postcodes;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A check that is online while the service can be reached, else of the format only; it probes the service now and then. */
final class AutoPostcodeChecker implements PostcodeChecker {
    /** The time between probes of a service that could not be reached. One check in that time waits for the probe. */
    static final Duration PROBE_INTERVAL = Duration.ofSeconds(60);

    private final PostcodeService service;
    private final PostcodeChecker offline = new OfflinePostcodeChecker();
    private final InstantSource clock;
    private final Consumer<String> changes;

    /** The time of the next probe; null while the service can be reached. */
    private final AtomicReference<@Nullable Instant> nextProbe = new AtomicReference<>();

    AutoPostcodeChecker(PostcodeService service, InstantSource clock, Consumer<String> changes) {
        this.service = service;
        this.clock = clock;
        this.changes = changes;
    }

    @Override
    public PostcodeResult check(String postcode) {
        return mayQuery() ? query(postcode) : offline.check(postcode);
    }

    /** The caller that postpones the next probe makes this one; the others stay offline meanwhile. */
    private boolean mayQuery() {
        @Nullable Instant next = nextProbe.get();
        var now = clock.instant();
        return next == null || (!now.isBefore(next) && nextProbe.compareAndSet(next, now.plus(PROBE_INTERVAL)));
    }

    private PostcodeResult query(String postcode) {
        try {
            var verdict = service.query(postcode);
            goOnline();
            return verdict;
        } catch (IOException e) {
            goOffline();
            return offline.check(postcode);
        }
    }

    private void goOnline() {
        if (nextProbe.getAndSet(null) != null) {
            changes.accept("postcodes are checked by %s again".formatted(service.hostAndPort()));
        }
    }

    private void goOffline() {
        @Nullable Instant before = nextProbe.getAndSet(clock.instant().plus(PROBE_INTERVAL));
        if (before == null) {
            changes.accept("%s cannot be reached: checking only the format of postcodes; retrying every %d s"
                    .formatted(service.hostAndPort(), PROBE_INTERVAL.toSeconds()));
        }
    }

    @Override
    public String describe() {
        return nextProbe.get() == null
                ? "auto: checked by " + service.hostAndPort()
                : "auto, offline: checks only the format of a postcode, because %s cannot be reached; retrying every %d s"
                        .formatted(service.hostAndPort(), PROBE_INTERVAL.toSeconds());
    }
}
