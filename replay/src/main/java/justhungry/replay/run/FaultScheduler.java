package justhungry.replay.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import justhungry.replay.script.model.FaultStep;

/** A scheduler that injects faults as soon as their targets exist. Used by one thread at a time. */
final class FaultScheduler {
    /** The time for which a fault waits for its target, for example for a new primary. */
    private static final long TARGET_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static final int RETRY_INTERVAL_MILLIS = 20;

    private final Optional<FaultInjector> injector;
    private final EventDispatcher dispatcher;
    private final RunClock clock;

    FaultScheduler(Optional<FaultInjector> injector, EventDispatcher results, RunClock clock) {
        this.injector = injector;
        this.dispatcher = results;
        this.clock = clock;
    }

    /**
     * Injects a fault when its target exists.
     *
     * @throws ReplayException when the target did not appear in time
     */
    void inject(FaultStep step) throws InterruptedException, ReplayException {
        long deadline = clock.now() + TARGET_TIMEOUT_NANOS;
        while (true) {
            try {
                var started = new AtomicLong();
                var names = injector.orElseThrow()
                        .inject(step.fault(), step.target(), found -> started.set(publishStart(step, found)));
                dispatcher.publish(new RunEvent.FaultInjected(
                        step.line(), step.fault(), step.target(), List.copyOf(names), started.get()));
                return;
            } catch (FaultInjector.TargetUnavailableException e) {
                if (clock.now() > deadline) {
                    throw new ReplayException("line %d: cannot %s %s: %s"
                            .formatted(step.line(), step.fault().label(), step.target(), e.getMessage()));
                }
                TimeUnit.MILLISECONDS.sleep(RETRY_INTERVAL_MILLIS);
            }
        }
    }

    private long publishStart(FaultStep step, List<String> names) {
        long now = clock.now();
        try {
            dispatcher.publish(
                    new RunEvent.FaultStarting(step.line(), step.fault(), step.target(), List.copyOf(names), now));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The fault is still injected; the run ends after it.
        }
        return now;
    }
}
