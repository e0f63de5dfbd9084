package justhungry.replay.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import justhungry.replay.script.model.RepeatStep;
import justhungry.replay.script.model.ScriptVariables;
import org.jspecify.annotations.Nullable;

/** The execution of a repeat: its iterations on one thread per client, and its faults on another thread. */
final class RepeatRunner {
    /** A request that would start later than this after its planned time is dropped. */
    private static final long MAX_DELAY_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final RepeatStep repeat;
    private final IterationSchedule iterations;
    private final ScriptVariables variables;
    private final EventDispatcher dispatcher;
    private final FaultScheduler faultScheduler;
    private final RunClock clock;

    /** One permit for each completed request; the faults wait for them. */
    private final Semaphore completed = new Semaphore(0);

    RepeatRunner(
            RepeatStep repeat,
            IterationSchedule iterations,
            ScriptVariables variables,
            EventDispatcher results,
            FaultScheduler faultScheduler,
            RunClock clock) {
        this.repeat = repeat;
        this.iterations = iterations;
        this.variables = variables;
        this.dispatcher = results;
        this.faultScheduler = faultScheduler;
        this.clock = clock;
    }

    /**
     * Returns when all iterations are completed and all faults injected, or when the first of these threads fails.
     *
     * @param lastAnswersTimeout the time for which a repeat that ends early waits for its requests in progress
     */
    void run(List<ReplayClient> clients, Duration lastAnswersTimeout) throws InterruptedException, ReplayException {
        var threads = Executors.newCachedThreadPool();
        var works = new ExecutorCompletionService<@Nullable Void>(threads);
        try {
            submit(works, "faults", this::injectFaults);
            for (int i = 0; i < clients.size(); i++) {
                var client = clients.get(i);
                submit(works, "client-" + (i + 1), () -> runIterations(client));
            }
            for (int ended = 0; ended <= clients.size(); ended++) {
                requireDone(works.take());
            }
        } finally {
            threads.shutdownNow();
            var unused = threads.awaitTermination(lastAnswersTimeout.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void runIterations(ReplayClient client) throws InterruptedException, ReplayException {
        for (var iteration = iterations.next(); iteration.isPresent(); iteration = iterations.next()) {
            requireNotInterrupted();
            runIteration(iteration.get(), client);
        }
    }

    /** Calls in progress do not notice an interrupt. */
    static void requireNotInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the run was interrupted");
        }
    }

    private void runIteration(IterationSchedule.Iteration iteration, ReplayClient client)
            throws InterruptedException, ReplayException {
        var own = variables.iteration();
        boolean dropped = iteration.planned().isPresent()
                && clock.now() > iteration.planned().get()[0] + MAX_DELAY_NANOS;
        for (int i = 0; i < repeat.iterationRequests().size(); i++) {
            var step = repeat.iterationRequests().get(i);
            long planned = iteration.planned().isPresent() ? iteration.planned().get()[i] : clock.now();
            if (!dropped) {
                clock.sleepUntil(planned);
            }
            var exchange = dropped ? client.drop(step, planned) : client.send(step, own, planned);
            dispatcher.publish(new RunEvent.RequestCompleted(exchange));
            if (exchange.hasTimedOut()) {
                throw ReplayException.clusterUnavailable(step.line());
            }
            completed.release();
        }
    }

    private void injectFaults() throws InterruptedException, ReplayException {
        long before = 0;
        for (var scheduled : repeat.scheduledFaults()) {
            completed.acquire((int) (scheduled.after() - before));
            before = scheduled.after();
            faultScheduler.inject(scheduled.fault());
        }
    }

    private interface RepeatTask {
        void execute() throws InterruptedException, ReplayException;
    }

    private static void submit(CompletionService<@Nullable Void> works, String name, RepeatTask work) {
        works.submit(() -> {
            Thread.currentThread().setName(name);
            work.execute();
            return null;
        });
    }

    /** Rethrows the failure of a fault or a client as it is. */
    private static void requireDone(Future<?> ended) throws InterruptedException, ReplayException {
        try {
            ended.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ReplayException cause) {
                throw cause;
            }
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a client of the script failed", e.getCause());
        }
    }
}
