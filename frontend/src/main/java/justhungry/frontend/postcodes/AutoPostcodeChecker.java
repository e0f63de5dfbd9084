package justhungry.frontend.postcodes;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import justhungry.frontend.postcodes.UncheckedPostcodeException.Kind;

/**
 * A check by the service while it can be reached, else of the format only. Then it probes the service now and then, so
 * that no person waits for that.
 */
final class AutoPostcodeChecker implements PostcodeChecker {
    /** The time between probes of a service that could not be reached. */
    static final Duration PROBE_INTERVAL = Duration.ofSeconds(15);

    /** What becomes of postcodes while the service cannot be reached. */
    static final String CONSEQUENCE =
            "only the format of postcodes is checked meanwhile; the service is asked again every %d s"
                    .formatted(PROBE_INTERVAL.toSeconds());

    private final PostcodeService service;
    private final PostcodeChecker offline = new OfflinePostcodeChecker();
    private final DelayedTasks timer;
    private final AtomicBoolean online = new AtomicBoolean(true);

    /** @param timer of the probes; closed with this */
    AutoPostcodeChecker(PostcodeService service, DelayedTasks timer) {
        this.service = service;
        this.timer = timer;
    }

    @Override
    public PostcodeResult check(String postcode) {
        return online.get() ? query(postcode) : checkOffline(postcode);
    }

    private PostcodeResult query(String postcode) {
        try {
            return service.query(postcode).result(postcode);
        } catch (UncheckedPostcodeException e) {
            if (e.kind() == Kind.UNREACHABLE) {
                goOffline();
            }
            return e.kind() == Kind.BAD_ANSWER
                    ? service.lastAnswer(postcode)
                            .map(answer -> answer.result(postcode))
                            .orElseGet(e::result)
                    : checkOffline(postcode);
        }
    }

    /** What the service has refused stays refused, and what it knew stays known. */
    private PostcodeResult checkOffline(String postcode) {
        return service.lastAnswer(postcode)
                .map(answer -> answer.result(postcode))
                .orElseGet(() -> offline.check(postcode));
    }

    private void goOffline() {
        if (online.compareAndSet(true, false)) {
            timer.schedule(this::probe, PROBE_INTERVAL);
        }
    }

    private void probe() {
        try {
            service.probe();
            online.set(true);
        } catch (UncheckedPostcodeException e) {
            if (e.kind() == Kind.UNREACHABLE) {
                timer.schedule(this::probe, PROBE_INTERVAL);
            } else {
                online.set(true);
            }
        }
    }

    @Override
    public String describe() {
        return online.get()
                ? "auto: " + service.describe()
                : "auto, offline: checks only the format of a postcode; %s".formatted(service.describe());
    }

    @Override
    public void close() {
        timer.close();
    }
}
