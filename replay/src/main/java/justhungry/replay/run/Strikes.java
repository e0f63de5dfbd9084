package justhungry.replay.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import justhungry.replay.script.model.FaultStep;

/** A scheduler that injects faults as soon as their targets exist. Used by one thread at a time. */
final class Strikes {
    /** The time for which a fault waits for its target, for example for a new primary. */
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
     * Injects a fault when its target exists.
     *
     * @throws ReplayException when the target did not appear in time
     */
    void strike(FaultStep step) throws InterruptedException, ReplayException {
        long deadline = clock.now() + PATIENCE;
        while (true) {
            try {
                long started = clock.now();
                results.tell(new Event.Striking(step.line(), step.fault(), step.target(), started));
                var names = injector.orElseThrow().strike(step.fault(), step.target());
                results.tell(new Event.Struck(step.line(), step.fault(), step.target(), List.copyOf(names), started));
                return;
            } catch (FaultInjector.NotNowException e) {
                if (clock.now() > deadline) {
                    throw new ReplayException("line %d: cannot %s %s: %s"
                            .formatted(step.line(), step.fault().word(), step.target(), e.getMessage()));
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
            }
        }
    }
}
