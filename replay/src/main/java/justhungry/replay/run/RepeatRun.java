package justhungry.replay.run;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import justhungry.replay.script.model.Repeat;
import justhungry.replay.script.model.Variables;
import org.jspecify.annotations.Nullable;

/** The execution of a repeat: its iterations on one thread per client, and its faults on another thread. */
final class RepeatRun {
    /** A request that would start later than this after its planned time is dropped. */
    private static final long MOST_LATE = TimeUnit.SECONDS.toNanos(10);

    private final Repeat repeat;
    private final Turns turns;
    private final Variables variables;
    private final Results results;
    private final Strikes strikes;
    private final RunClock clock;

    /** One permit for each completed request; the faults wait for them. */
    private final Semaphore over = new Semaphore(0);

    RepeatRun(Repeat repeat, Turns turns, Variables variables, Results results, Strikes strikes, RunClock clock) {
        this.repeat = repeat;
        this.turns = turns;
        this.variables = variables;
        this.results = results;
        this.strikes = strikes;
        this.clock = clock;
    }

    /** Returns when all iterations are completed and all faults injected, or when the first of these threads fails. */
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
        for (var iteration = turns.next(); iteration.isPresent(); iteration = turns.next()) {
            take(iteration.get(), client);
        }
    }

    private void take(Turns.Turn iteration, Client client) throws InterruptedException, ReplayException {
        var own = variables.turn();
        boolean dropped = iteration.planned().isPresent()
                && clock.now() > iteration.planned().get()[0] + MOST_LATE;
        for (int i = 0; i < repeat.of().size(); i++) {
            var step = repeat.of().get(i);
            long planned = iteration.planned().isPresent() ? iteration.planned().get()[i] : clock.now();
            if (!dropped) {
                clock.sleepUntil(planned);
            }
            var exchange = dropped ? client.drop(step, planned) : client.ask(step, own, planned);
            results.tell(new Event.Answered(exchange));
            if (Client.wasLetDown(exchange)) {
                throw ReplayException.letDown(step.line());
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
