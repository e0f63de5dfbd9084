package justhungry.replay.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import justhungry.api.shop.UserId;
import justhungry.client.Progress;
import justhungry.client.Session;
import justhungry.replay.report.Summary;
import justhungry.replay.script.model.Rate;
import justhungry.replay.script.model.Repeat;
import justhungry.replay.script.model.Variables;
import org.junit.jupiter.api.Test;

/** Tests of the open loop, whose requests start at planned times. */
class OpenLoopTest extends Running {
    private static final Rate ALL_AT_ONCE = Rate.parse("999999/s");

    private final Summary summary = new Summary();

    OpenLoopTest() {
        sinks.add(summary);
    }

    @Test
    void latencyCountsFromThePlannedStart_whenAllClientsWereBusyThen() throws Exception {
        repeat(20, TimeUnit.SECONDS.toNanos(-5));

        assertThat(told.exchanges()).hasSize(20).allSatisfy(exchange -> {
            assertThat(exchange.statusInWords()).isEqualTo("ok");
            assertThat(exchange.times().planned()).isNegative();
            assertThat(exchange.times().sent()).isNotNegative();
            assertThat(exchange.times().latency())
                    .isEqualTo(exchange.times().end() - exchange.times().planned())
                    .isGreaterThan(TimeUnit.SECONDS.toNanos(4));
        });
    }

    @Test
    void requestsThatAreMuchTooLateAreDroppedAndCounted_andTheirFaultsAreInjected() throws Exception {
        repeat(20, TimeUnit.SECONDS.toNanos(-20));

        assertThat(told.exchanges())
                .hasSize(20)
                .allMatch(exchange -> exchange.statusInWords().equals("dropped"));
        assertThat(frontend.received()).isEmpty();
        assertThat(summary.unanswered()).isZero();
        assertThat(summary.lines()).anyMatch(line -> line.matches(" *PRODUCT_LIST +dropped +20"));
        assertThat(faults.struck()).containsExactly("kill primary");
    }

    @Test
    void theRepeatsOfAScriptKeepItsRate() throws Exception {
        run("{'jh':1,'name':'t','clients':4,'rate':'999999/s'}", PRODUCTS, repeat(50, PRODUCTS));

        var ofRepeat = told.exchanges().subList(1, 51);
        assertThat(ofRepeat)
                .allMatch(
                        exchange -> exchange.times().sent() >= exchange.times().planned());
        var planned = ofRepeat.stream()
                .map(exchange -> exchange.times().planned())
                .sorted()
                .toList();
        var began = told.events().stream()
                .filter(Event.RepeatBegan.class::isInstance)
                .findFirst()
                .orElseThrow();
        var iterations = Pace.of(script("{'jh':1,'rate':'999999/s'}").header(), Optional.empty())
                .turns(repeatOf(50), planned.get(0));
        assertThat(planned.get(0)).isGreaterThanOrEqualTo(began.at());
        assertThat(planned).isEqualTo(times(iterations));
    }

    private static List<Long> times(Turns iterations) {
        var times = new ArrayList<Long>();
        for (var iteration = iterations.next(); iteration.isPresent(); iteration = iterations.next()) {
            times.add(iteration.get().planned().orElseThrow()[0]);
        }
        return times;
    }

    /** Runs a repeat whose first request was planned for {@code first}, by a clock that starts at 0. */
    private void repeat(int iterations, long first) throws Exception {
        var clock = new RunClock();
        var results = new Results(sinks);
        var clients = List.of(client(1, clock), client(2, clock));
        var planned = Turns.open(iterations, 1, ALL_AT_ONCE, new Random(1), first);
        var strikes = new Strikes(injector, results, clock);
        new RepeatRun(repeatOf(iterations), planned, Variables.none(), results, strikes, clock).run(clients);
        results.finish();
    }

    private Client client(int number, RunClock clock) {
        return new Client(
                number, any -> new Session(UserId.of(UUID.randomUUID()), frontends, retries(), Progress.SILENT), clock);
    }

    private static Repeat repeatOf(int iterations) throws Exception {
        try (var steps = script(HEADER, repeat(iterations, PRODUCTS, fault(20, "kill", "primary")))
                .steps()) {
            return (Repeat) steps.next().orElseThrow();
        }
    }
}
