package justhungry.replay.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import justhungry.api.shop.UserId;
import justhungry.client.ProgressListener;
import justhungry.client.Session;
import justhungry.replay.report.RunSummary;
import justhungry.replay.script.model.RepeatStep;
import justhungry.replay.script.model.RequestRate;
import justhungry.replay.script.model.ScriptVariables;
import org.junit.jupiter.api.Test;

/** Tests of the open loop, whose requests start at planned times. */
class OpenLoopTest extends RunHarness {
    private static final RequestRate ALL_AT_ONCE = RequestRate.parse("999999/s");

    private final RunSummary summary = new RunSummary();
    private final WaitingRequests waiting = new WaitingRequests();

    OpenLoopTest() {
        listeners.add(summary);
    }

    @Test
    void latencyCountsFromThePlannedStart_whenAllClientsWereBusyThen() throws Exception {
        repeat(20, TimeUnit.SECONDS.toNanos(-2)); // Far from the 10 s after which it would be dropped.

        assertThat(recorded.records()).hasSize(20).allSatisfy(exchange -> {
            assertThat(exchange.statusLabel()).isEqualTo("ok");
            assertThat(planned(exchange)).isNegative();
            assertThat(exchange.times().sent()).isNotNegative();
            assertThat(exchange.times().latency()).isGreaterThan(TimeUnit.SECONDS.toNanos(1));
        });
    }

    @Test
    void requestsThatAreMuchTooLateAreDroppedAndCounted_andTheirFaultsAreInjected() throws Exception {
        repeat(20, TimeUnit.SECONDS.toNanos(-20));

        assertThat(recorded.records())
                .hasSize(20)
                .allMatch(exchange -> exchange.statusLabel().equals("dropped"));
        assertThat(frontend.received()).isEmpty();
        assertThat(summary.unanswered()).isZero();
        assertThat(summary.lines()).anyMatch(line -> line.matches(" *PRODUCT_LIST +dropped +20"));
        assertThat(faults.injected()).containsExactly("kill primary");
    }

    @Test
    void theRepeatsOfAScriptKeepItsRate() throws Exception {
        run("{'jh':1,'name':'t','clients':4,'rate':'999999/s'}", PRODUCTS, repeat(50, PRODUCTS));

        var ofRepeat = recorded.records().subList(1, 51);
        assertThat(ofRepeat).allMatch(exchange -> exchange.times().sent() >= planned(exchange));
        var planned = ofRepeat.stream().map(OpenLoopTest::planned).sorted().toList();
        var began = recorded.events().stream()
                .filter(RunEvent.RepeatStarted.class::isInstance)
                .findFirst()
                .orElseThrow();
        var iterations = LoadModel.of(script("{'jh':1,'rate':'999999/s'}").header(), Optional.empty())
                .iterations(repeatOf(50), planned.get(0));
        assertThat(planned.get(0)).isGreaterThanOrEqualTo(began.at());
        assertThat(planned).isEqualTo(times(iterations));
    }

    private static List<Long> times(IterationSchedule iterations) {
        var times = new ArrayList<Long>();
        for (var iteration = iterations.next(); iteration.isPresent(); iteration = iterations.next()) {
            times.add(iteration.get().planned().orElseThrow()[0]);
        }
        return times;
    }

    /** Runs a repeat whose first request was planned for {@code first}, by a clock that starts at 0. */
    private void repeat(int iterations, long first) throws Exception {
        var clock = new RunClock();
        var results = new EventDispatcher(listeners);
        var clients = List.of(client(1, results, clock), client(2, results, clock));
        var planned = IterationSchedule.open(iterations, 1, ALL_AT_ONCE, new Random(1), first);
        var faultScheduler = new FaultScheduler(injector, results, clock);
        new RepeatRunner(repeatOf(iterations), planned, ScriptVariables.empty(), results, faultScheduler, clock)
                .run(clients, endTimeout);
        results.finish();
    }

    private ReplayClient client(int number, EventDispatcher results, RunClock clock) {
        return new ReplayClient(
                number,
                any -> new Session(UserId.of(UUID.randomUUID()), frontends, retries(), ProgressListener.SILENT),
                waiting,
                results,
                clock);
    }

    private static RepeatStep repeatOf(int iterations) throws Exception {
        try (var steps = script(HEADER, repeat(iterations, PRODUCTS, fault(20, "kill", "primary")))
                .steps()) {
            return (RepeatStep) steps.next().orElseThrow();
        }
    }

    private static long planned(RequestRecord exchange) {
        return exchange.times().end() - exchange.times().latency();
    }
}
