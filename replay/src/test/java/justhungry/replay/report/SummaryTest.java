package justhungry.replay.report;

import static justhungry.replay.run.Happenings.exchange;
import static justhungry.replay.run.Happenings.mismatching;
import static justhungry.replay.run.Happenings.nanos;
import static justhungry.replay.run.Happenings.noticed;
import static justhungry.replay.run.Happenings.order;
import static justhungry.replay.run.Happenings.replied;
import static justhungry.replay.run.Happenings.stands;
import static justhungry.replay.run.Happenings.striking;
import static justhungry.replay.run.Happenings.struck;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import justhungry.replay.run.Event;
import justhungry.replay.run.Exchange;
import justhungry.replay.script.model.Fault;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final String REFUSED = "{'status':'refused','reason':'%s','message':'m'}";

    private final Summary summary = new Summary();

    @Test
    void requestsAreCountedByOutcome() {
        tell(order(1, 1000), order(1, 1500), order(1, 3000));
        tell(replied(of("PLACE_ORDER", REFUSED.formatted("OUT_OF_STOCK")), 1, 17, 12));
        tell(of("CANCEL", REFUSED.formatted("TOO_FEW_BACK_ENDS")));
        tell(of("CANCEL", "{'status':'unknown','message':'m'}"));
        tell(of("CANCEL", "{'status':'dropped'}"), of("CANCEL", "{'status':'unsent','message':'m'}"));

        assertThat(summary.unanswered())
                .as("refused for lack of back ends, and unknown")
                .isEqualTo(2);
        assertThat(summary.mismatches()).isZero();
        assertThat(summary.lines().stream().map(line -> line.strip().replaceAll(" +", " ")))
                .startsWith("5 requests completed in 2.0 s, 2 per second")
                .contains("PLACE_ORDER ok 3", "PLACE_ORDER refused OUT_OF_STOCK 1")
                .contains("CANCEL refused TOO_FEW_BACK_ENDS 1", "CANCEL unknown 1")
                .contains("CANCEL dropped 1", "CANCEL unsent 1");
    }

    @Test
    void latencyIsThatOfCompletedRequests() {
        tell(order(1, 1000));
        tell(exchange("CANCEL", "{}", "{'status':'unknown','message':'m'}", 0, 60_000));

        assertThat(summary.lines())
                .contains("latency    p50 10.0 ms  p90 10.0 ms  p99 10.0 ms  p99.9 10.0 ms  max 10.0 ms");
    }

    @Test
    void aRunWithoutCompletedRequestsHasNoLatency() {
        assertThat(summary.lines()).containsExactly("0 requests completed in 0.0 s, 0 per second");
    }

    @Test
    void mismatchesAreCountedByRequests() {
        tell(mismatching(of("CANCEL", "{'status':'ok'}"), "/a: one", "/b: two"));
        tell(of("CANCEL", "{'status':'ok'}"));

        assertThat(summary.mismatches()).isEqualTo(1);
        assertThat(summary.lines()).endsWith("not as expected: 1 request");
    }

    @Test
    void aFaultIsFollowedUntilTheFirstAnswerOfTheNextView() {
        tell(stands(1, "server1", 0), order(1, 1990));
        tell(striking(Fault.KILL, "primary", 2000), struck(Fault.KILL, "primary", "server1", 2000));
        tell(noticed(1, "server1", 2030), stands(2, "server2", 2100), order(2, 2150), order(2, 2160));

        assertThat(faults())
                .containsExactly(
                        "line 3, at 2.0 s: kill primary (server1): noticed after 30 ms, new view after 100 ms (epoch 2, primary server2), first answer in it after 150 ms, longest time without an answer 150 ms");
    }

    @Test
    void effectsDuringTheInjectionOfAFaultAreItsConsequences() {
        tell(stands(1, "server1", 0), order(1, 1990), striking(Fault.KILL, "primary", 2000));
        tell(noticed(1, "server1", 2001), stands(2, "server2", 2002), order(2, 2010));
        tell(struck(Fault.KILL, "primary", "server1", 2000));

        assertThat(faults())
                .containsExactly(
                        "line 3, at 2.0 s: kill primary (server1): noticed after 1 ms, new view after 2 ms (epoch 2, primary server2), first answer in it after 10 ms, longest time without an answer 10 ms");
    }

    @Test
    void aFaultThatChangesNoViewSaysOnlyHowLongThereWasNoAnswer() {
        tell(stands(1, "server1", 0), striking(Fault.PAUSE, "replica", 2000));
        tell(struck(Fault.PAUSE, "replica", "server2", 2000), order(1, 2020), order(1, 2500), order(1, 2510));

        assertThat(faults())
                .containsExactly("line 3, at 2.0 s: pause replica (server2): longest time without an answer 480 ms");
    }

    @Test
    void eachFaultHasItsOwnConsequences() {
        tell(stands(1, "server1", 0), striking(Fault.KILL, "primary", 1000));
        tell(struck(Fault.KILL, "primary", "server1", 1000), stands(2, "server2", 1100), order(2, 1200));
        tell(striking(Fault.KILL, "primary", 2000), striking(Fault.KILL, "primary", 2040));
        tell(struck(Fault.KILL, "primary", "server2", 2040), stands(3, "server3", 2100), order(3, 2140));

        assertThat(faults()).hasSize(2);
        assertThat(faults().get(0)).contains("(server1)", "after 100 ms (epoch 2, primary server2)", "it after 200 ms");
        assertThat(faults().get(1)).contains("(server2)", "after 60 ms (epoch 3, primary server3)", "it after 100 ms");
    }

    private List<String> faults() {
        return summary.lines().stream()
                .filter(line -> line.startsWith("fault"))
                .map(line -> line.substring("fault".length()).strip())
                .toList();
    }

    private static Exchange of(String op, String response) {
        var exchange = exchange(op, "{}", response, 1000, 1010);
        assertThat(exchange.times().latency()).isEqualTo(nanos(10));
        return exchange;
    }

    private void tell(Exchange... exchanges) {
        Stream.of(exchanges).map(Event.Answered::new).forEach(summary::accept);
    }

    private void tell(Event... events) {
        Stream.of(events).forEach(summary::accept);
    }
}
