package justhungry.cli.replay;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import justhungry.cli.script.FaultStep;

/** Lets faults strike. Used by one thread at a time. */
final class Strikes {
    /** For how long a fault waits for its target: that there is a primary again, for example. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private static final int BETWEEN_TRIES_MILLIS = 20;

    private final Optional<FaultInjector> injector;
    private final Results results;
    private final RunClock clock;

    Strikes(Optional<FaultInjector> injector, Results results, RunClock clock) {
        this.injector = injector;
        this.results = results;
        this.clock = clock;
    }

    /**
     * Strikes, once the target is there.
     *
     * @throws ReplayException when it was not there for long
     */
    void strike(FaultStep step) throws InterruptedException, ReplayException {
        long until = clock.now() + PATIENCE;
        while (true) {
            try {
                long begun = clock.now();
                results.tell(new Event.Striking(step.line(), step.fault(), step.target(), begun));
                var names = injector.orElseThrow().strike(step.fault(), step.target());
                results.tell(new Event.Struck(step.line(), step.fault(), step.target(), List.copyOf(names), begun));
                return;
            } catch (FaultInjector.NotNowException e) {
                if (clock.now() > until) {
                    throw new ReplayException("line %d: %s %s cannot strike: %s"
                            .formatted(step.line(), step.fault().word(), step.target(), e.getMessage()));
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
            }
        }
    }
}
