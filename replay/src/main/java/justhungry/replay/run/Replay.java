package justhungry.replay.run;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;
import justhungry.client.FrontendLocator;
import justhungry.client.ProgressListener;
import justhungry.client.RequestOutcome;
import justhungry.client.RetryPolicy;
import justhungry.client.Session;
import justhungry.replay.script.Script;
import justhungry.replay.script.model.FaultStep;
import justhungry.replay.script.source.ScriptException;
import org.jspecify.annotations.Nullable;

/** One run of a script against a cluster. Memory does not grow with the script. */
public final class Replay {
    /** A request of unknown outcome is sent again, with the same id, for a minute. */
    private static final RetryPolicy RETRIES = new RetryPolicy(
            600, Duration.ofMillis(100), pause -> TimeUnit.MILLISECONDS.sleep(pause.toMillis()), Duration.ofMinutes(1));

    /** The maximum number of tries of the first request: a cluster that is not running is not waited for as long. */
    private static final int MAX_FIRST_TRIES = 50;

    /** The time for which an interrupted run waits for requests in progress; later answers are not recorded. */
    private static final Duration END_TIMEOUT = Duration.ofSeconds(2);

    private final Script script;
    private final ReplayTarget cluster;
    private final LoadModel loadModel;
    private final RetryPolicy retries;
    private final Duration endTimeout;
    private final RunClock clock = new RunClock();
    private final WaitingRequests waiting = new WaitingRequests();

    /**
     * The cluster that a script runs against.
     *
     * @param frontends the factory of each client's front ends
     * @param faults empty when the cluster's processes do not run on this machine
     */
    public record ReplayTarget(FrontendLocatorFactory frontends, Optional<FaultInjector> faults) {}

    /** A factory of front ends, called once for each client. */
    @FunctionalInterface
    public interface FrontendLocatorFactory {
        FrontendLocator open();
    }

    /** The choice whether a run also reads the state that a verification needs. */
    public enum AuditMode {
        NONE,
        BEFORE_AND_AFTER
    }

    public Replay(Script script, ReplayTarget cluster, LoadModel pace) {
        this(script, cluster, pace, RETRIES, END_TIMEOUT);
    }

    /** The same, with other retries of requests of unknown outcome, and another time for the last answers. */
    Replay(Script script, ReplayTarget cluster, LoadModel pace, RetryPolicy retries, Duration endTimeout) {
        this.script = script;
        this.cluster = cluster;
        this.loadModel = pace;
        this.retries = retries;
        this.endTimeout = endTimeout;
    }

    /**
     * Runs the script once, and reports the events to the sinks. Each run has new users. When the calling thread is
     * interrupted, the run ends within {@link #END_TIMEOUT}, and the sinks get what was measured.
     *
     * @throws ReplayException when it cannot start or continue
     * @throws ScriptException when the script has changed since it was parsed
     * @throws IOException when a sink failed
     */
    public void run(List<RunListener> sinks, AuditMode looks)
            throws ReplayException, ScriptException, IOException, InterruptedException {
        var results = new EventDispatcher(sinks);
        try {
            requireFaultTargets();
            awaitEnd(results, looks);
        } finally {
            var silentSince = waiting.silentSince();
            if (silentSince.isPresent()) {
                results.publish(new RunEvent.StillWaiting(silentSince.getAsLong(), clock.now()));
            }
            results.finish();
        }
    }

    /** Runs the script on a thread of its own: a call in progress cannot be interrupted, but waiting for it can. */
    private void awaitEnd(EventDispatcher results, AuditMode looks)
            throws ReplayException, ScriptException, InterruptedException {
        var thread = Executors.newSingleThreadExecutor(Replay::scriptThread);
        Future<@Nullable Void> run = thread.submit(() -> {
            run(results, looks);
            return null;
        });
        try {
            run.get();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            thread.shutdownNow();
            var unused = thread.awaitTermination(endTimeout.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static Thread scriptThread(Runnable run) {
        var thread = new Thread(run, "script");
        thread.setDaemon(true);
        return thread;
    }

    /** The failure of the run, to be thrown as it is. */
    private static ReplayException failure(@Nullable Throwable cause) throws ScriptException, InterruptedException {
        if (cause instanceof ReplayException replay) {
            return replay;
        }
        if (cause instanceof ScriptException script) {
            throw script;
        }
        if (cause instanceof InterruptedException interrupted) {
            throw interrupted;
        }
        if (cause instanceof RuntimeException defect) {
            throw defect;
        }
        throw new IllegalStateException("the run of a script failed", cause);
    }

    private void run(EventDispatcher results, AuditMode looks)
            throws ReplayException, ScriptException, InterruptedException {
        var clients = clients(results);
        var run = new ScriptRunner(
                clients,
                loadModel,
                results,
                new FaultScheduler(cluster.faults(), results, clock),
                clock,
                endTimeout.dividedBy(2));
        var inventory = new StateAudit(clients.get(0), script.users(), results);
        requireAnyAnswer(results);
        inventory.before();
        try (var watch = new FrontendMonitor(cluster.frontends().open(), results, clock);
                var steps = script.steps()) {
            if (script.hasFaults()) {
                watch.start();
            }
            for (var step = steps.next(); step.isPresent(); step = steps.next()) {
                RepeatRunner.requireNotInterrupted();
                run.run(step.get());
            }
        }
        if (looks == AuditMode.BEFORE_AND_AFTER) {
            inventory.after();
        }
    }

    /** Requires an answer of the cluster, even a refusal. */
    private void requireAnyAnswer(EventDispatcher results) throws ReplayException {
        var few = new RetryPolicy(
                Math.min(MAX_FIRST_TRIES, retries.maxRetries()),
                retries.retryInterval(),
                retries.pause(),
                retries.slowCallTimeout());
        var session =
                new Session(UserId.of(UUID.randomUUID()), cluster.frontends().open(), few, new StartProgress(results));
        if (session.send(new Request.ListProducts()) instanceof RequestOutcome.Unreachable unreachable) {
            throw new ReplayException(
                    "nothing was sent because the cluster does not answer: %s".formatted(unreachable.message()));
        }
    }

    /** A progress listener that tells the sinks that the first try had no answer. */
    private final class StartProgress implements ProgressListener {
        private final EventDispatcher dispatcher;

        StartProgress(EventDispatcher results) {
            this.dispatcher = results;
        }

        @Override
        public void onSlowCall(Request request) {}

        @Override
        public void onUncertainOutcome() {}

        @Override
        public void onRetry(int attempt, int attempts, Duration pause, String reason) {
            if (attempt > 1) {
                return;
            }
            try {
                dispatcher.publish(new RunEvent.StartDelayed(reason, pause.multipliedBy(attempts), clock.now()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // The pause that follows ends.
            }
        }
    }

    /** Checks all targets before the run, so that it does not stop in the middle. */
    private void requireFaultTargets() throws ReplayException, ScriptException {
        if (!script.hasFaults()) {
            return;
        }
        var faults = cluster.faults()
                .orElseThrow(() -> new ReplayException(
                        "%s has faults, which need a cluster that was started on this machine; start one with: just-hungry up"
                                .formatted(script.name())));
        try (var steps = script.steps()) {
            for (var step = steps.next(); step.isPresent(); step = steps.next()) {
                for (var fault : step.get().faults()) {
                    requireTarget(fault, faults);
                }
            }
        }
    }

    private void requireTarget(FaultStep fault, FaultInjector faults) throws ReplayException {
        if (!FaultStep.TARGETS.contains(fault.target()) && !faults.hasProcess(fault.target())) {
            throw new ReplayException("%s:%d: the cluster has no process %s; nothing was sent"
                    .formatted(script.name(), fault.line(), fault.target()));
        }
    }

    private List<ReplayClient> clients(EventDispatcher results) {
        Map<String, UserId> users = script.users().stream()
                .collect(Collectors.toMap(Function.identity(), name -> UserId.of(UUID.randomUUID())));
        return IntStream.rangeClosed(1, script.header().clients())
                .mapToObj(number -> client(number, users, results))
                .toList();
    }

    private ReplayClient client(int number, Map<String, UserId> users, EventDispatcher results) {
        var frontends = cluster.frontends().open();
        return new ReplayClient(
                number, user -> session(Objects.requireNonNull(users.get(user)), frontends), waiting, results, clock);
    }

    /** A session that has sent one read, so that its first update is not preceded by one. */
    private Session session(UserId user, FrontendLocator frontends) {
        var session = new Session(user, frontends, retries, ProgressListener.SILENT);
        session.send(new Request.ViewActive(null, 1));
        return session;
    }
}
