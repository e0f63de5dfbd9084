package justhungry.cli.replay;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import justhungry.cli.script.Repeat;
import justhungry.cli.script.Variables;
import org.jspecify.annotations.Nullable;

/** A repeat under way: its turns spread over the clients, each on a thread of its own, and its faults on another. */
final class RepeatRun {
    /** A request that would begin later than so after its time is not sent at all. */
    private static final long MOST_LATE = TimeUnit.SECONDS.toNanos(10);

    private final Repeat repeat;
    private final Turns turns;
    private final Variables variables;
    private final Results results;
    private final Strikes strikes;
    private final RunClock clock;

    /** A permit for each request that is over, for the faults to wait for. */
    private final Semaphore over = new Semaphore(0);

    RepeatRun(Repeat repeat, Turns turns, Variables variables, Results results, Strikes strikes, RunClock clock) {
        this.repeat = repeat;
        this.turns = turns;
        this.variables = variables;
        this.results = results;
        this.strikes = strikes;
        this.clock = clock;
    }

    /** Ends when all turns are over, and all faults have struck; or when the first of all these threads fails. */
    void run(List<Client> clients) throws InterruptedException, ReplayException {
        var threads = Executors.newCachedThreadPool();
        var works = new ExecutorCompletionService<@Nullable Void>(threads);
        try {
            submit(works, "faults", this::strikeAll);
            for (int i = 0; i < clients.size(); i++) {
                var client = clients.get(i);
                submit(works, "client-" + (i + 1), () -> takeTurns(client));
            }
            for (int ended = 0; ended <= clients.size(); ended++) {
                requireDone(works.take());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void takeTurns(Client client) throws InterruptedException, ReplayException {
        for (var turn = turns.next(); turn.isPresent(); turn = turns.next()) {
            take(turn.get(), client);
        }
    }

    private void take(Turns.Turn turn, Client client) throws InterruptedException, ReplayException {
        var own = variables.turn();
        boolean dropped =
                turn.planned().isPresent() && clock.now() > turn.planned().get()[0] + MOST_LATE;
        for (int i = 0; i < repeat.of().size(); i++) {
            var ask = repeat.of().get(i);
            long planned = turn.planned().isPresent() ? turn.planned().get()[i] : clock.now();
            if (!dropped) {
                clock.sleepUntil(planned);
            }
            var exchange = dropped ? client.drop(ask, planned) : client.ask(ask, own, planned);
            results.tell(new Event.Answered(exchange));
            if (Client.wasLetDown(exchange)) {
                throw ReplayException.letDown(ask.line());
            }
            over.release();
        }
    }

    private void strikeAll() throws InterruptedException, ReplayException {
        long before = 0;
        for (var strike : repeat.strikes()) {
            over.acquire((int) (strike.after() - before));
            before = strike.after();
            strikes.strike(strike.fault());
        }
    }

    private interface Work {
        void carryOut() throws InterruptedException, ReplayException;
    }

    private static void submit(CompletionService<@Nullable Void> works, String name, Work work) {
        works.submit(() -> {
            Thread.currentThread().setName(name);
            work.carryOut();
            return null;
        });
    }

    /** What a fault or a client could not do is told in its own words. */
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
