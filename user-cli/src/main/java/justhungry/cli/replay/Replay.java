package justhungry.cli.replay;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import justhungry.api.Request;
import justhungry.api.UserId;
import justhungry.cli.request.Frontends;
import justhungry.cli.request.Outcome;
import justhungry.cli.request.Progress;
import justhungry.cli.request.Retries;
import justhungry.cli.request.Session;
import justhungry.cli.script.FaultStep;
import justhungry.cli.script.Script;
import justhungry.cli.script.source.ScriptException;

/** Runs a script against a cluster. Its memory does not grow with the script. */
public final class Replay {
    /** A request of which nobody knows what became is asked again, with the same id, for a minute. */
    private static final Retries RETRIES = new Retries(
            600, Duration.ofMillis(100), pause -> TimeUnit.MILLISECONDS.sleep(pause.toMillis()), Duration.ofMinutes(1));

    /** A cluster that is not there at all is not waited for that long. */
    private static final int FIRST_TRIES = 50;

    private final Script script;
    private final Cluster cluster;
    private final Pace pace;
    private final Retries retries;
    private final RunClock clock = new RunClock();

    /**
     * What a script runs against.
     *
     * @param frontends looks for them, for one client
     * @param faults empty where the cluster's processes are not this machine's
     */
    public record Cluster(FrontendsOfAClient frontends, Optional<FaultInjector> faults) {}

    /** Each client has its own. */
    @FunctionalInterface
    public interface FrontendsOfAClient {
        Frontends open();
    }

    /** Whether a run also asks for what a verification needs. */
    public enum Looks {
        NONE,
        BEFORE_AND_AFTER
    }

    public Replay(Script script, Cluster cluster, Pace pace) {
        this(script, cluster, pace, RETRIES);
    }

    /** The same, with another patience for requests of which nobody knows what became. */
    Replay(Script script, Cluster cluster, Pace pace, Retries retries) {
        this.script = script;
        this.cluster = cluster;
        this.pace = pace;
        this.retries = retries;
    }

    /**
     * Runs the script to its end once, and tells the sinks what happens. The users are new with each run.
     *
     * @throws ReplayException when it cannot begin or go on
     * @throws ScriptException when the script was changed since it was parsed
     * @throws IOException when a sink failed
     */
    public void run(List<Sink> sinks, Looks looks)
            throws ReplayException, ScriptException, IOException, InterruptedException {
        var results = new Results(sinks);
        try {
            requireFaultsCanStrike();
            run(results, looks);
        } finally {
            results.finish();
        }
    }

    private void run(Results results, Looks looks) throws ReplayException, ScriptException, InterruptedException {
        var clients = clients();
        var run = new Run(clients, pace, results, new Strikes(cluster.faults(), results, clock), clock);
        var inventory = new Inventory(clients.get(0), script.users(), results);
        requireAnyAnswer();
        inventory.before();
        try (var watch = new FrontEndWatch(cluster.frontends().open(), results, clock);
                var steps = script.steps()) {
            if (script.hasFaults()) {
                watch.start();
            }
            for (var step = steps.next(); step.isPresent(); step = steps.next()) {
                run.carryOut(step.get());
            }
        }
        if (looks == Looks.BEFORE_AND_AFTER) {
            inventory.after();
        }
    }

    /** Whatever the answer is. */
    private void requireAnyAnswer() throws ReplayException {
        var few = new Retries(
                Math.min(FIRST_TRIES, retries.times()), retries.period(), retries.pause(), retries.patience());
        var anybody =
                new Session(UserId.of(UUID.randomUUID()), cluster.frontends().open(), few, Progress.SILENT);
        if (anybody.ask(new Request.ListProducts()) instanceof Outcome.Unreachable nobody) {
            throw new ReplayException(
                    "nothing was sent, for the cluster does not answer: %s".formatted(nobody.message()));
        }
    }

    /** So that a script does not stop in the middle for what could be known before. */
    private void requireFaultsCanStrike() throws ReplayException, ScriptException {
        if (!script.hasFaults()) {
            return;
        }
        var faults = cluster.faults()
                .orElseThrow(() -> new ReplayException(
                        "%s has faults, and the cluster is not one that this machine started; start one with: just-hungry up"
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
        if (!FaultStep.TARGETS.contains(fault.target()) && !faults.knows(fault.target())) {
            throw new ReplayException("%s:%d: the cluster has no process %s; nothing was sent"
                    .formatted(script.name(), fault.line(), fault.target()));
        }
    }

    private List<Client> clients() {
        Map<String, UserId> users = script.users().stream()
                .collect(Collectors.toMap(Function.identity(), name -> UserId.of(UUID.randomUUID())));
        return IntStream.rangeClosed(1, script.header().clients())
                .mapToObj(number -> client(number, users))
                .toList();
    }

    private Client client(int number, Map<String, UserId> users) {
        var frontends = cluster.frontends().open();
        return new Client(number, user -> session(Objects.requireNonNull(users.get(user)), frontends), clock);
    }

    /** A session that has looked once, so that its first update is not preceded by a look. */
    private Session session(UserId user, Frontends frontends) {
        var session = new Session(user, frontends, retries, Progress.SILENT);
        session.ask(new Request.ViewActive(null, 1));
        return session;
    }
}
