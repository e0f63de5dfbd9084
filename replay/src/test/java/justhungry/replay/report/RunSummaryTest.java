package justhungry.replay.report;

import static justhungry.replay.run.RunEvents.failureNoticed;
import static justhungry.replay.run.RunEvents.faultInjected;
import static justhungry.replay.run.RunEvents.faultStarting;
import static justhungry.replay.run.RunEvents.mismatching;
import static justhungry.replay.run.RunEvents.nanos;
import static justhungry.replay.run.RunEvents.order;
import static justhungry.replay.run.RunEvents.replied;
import static justhungry.replay.run.RunEvents.request;
import static justhungry.replay.run.RunEvents.statusChanged;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import justhungry.replay.run.RequestRecord;
import justhungry.replay.run.RunEvent;
import justhungry.replay.script.model.FaultType;
import org.junit.jupiter.api.Test;

class RunSummaryTest {
    private static final String REFUSED = "{'status':'refused','reason':'%s','message':'m'}";

    private final RunSummary summary = new RunSummary();

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
        tell(request("CANCEL", "{}", "{'status':'unknown','message':'m'}", 0, 60_000));

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
        tell(statusChanged(1, "server1", 0), order(1, 1990));
        tell(faultStarting(FaultType.KILL, "primary", 2000), faultInjected(FaultType.KILL, "primary", "server1", 2000));
        tell(failureNoticed(1, "server1", 2030), statusChanged(2, "server2", 2100), order(2, 2150), order(2, 2160));

        assertThat(faults())
                .containsExactly(
                        "line 3, at 2.0 s: kill primary (server1): noticed after 30 ms, new view after 100 ms (epoch 2, primary server2), first answer in it after 150 ms, longest time without an answer 150 ms");
    }

    @Test
    void effectsDuringTheInjectionOfAFaultAreItsConsequences() {
        tell(statusChanged(1, "server1", 0), order(1, 1990), faultStarting(FaultType.KILL, "primary", 2000));
        tell(failureNoticed(1, "server1", 2001), statusChanged(2, "server2", 2002), order(2, 2010));
        tell(faultInjected(FaultType.KILL, "primary", "server1", 2000));

        assertThat(faults())
                .containsExactly(
                        "line 3, at 2.0 s: kill primary (server1): noticed after 1 ms, new view after 2 ms (epoch 2, primary server2), first answer in it after 10 ms, longest time without an answer 10 ms");
    }

    @Test
    void aFaultThatChangesNoViewSaysOnlyHowLongThereWasNoAnswer() {
        tell(statusChanged(1, "server1", 0), faultStarting(FaultType.PAUSE, "replica", 2000));
        tell(
                faultInjected(FaultType.PAUSE, "replica", "server2", 2000),
                order(1, 2020),
                order(1, 2500),
                order(1, 2510));

        assertThat(faults())
                .containsExactly("line 3, at 2.0 s: pause replica (server2): longest time without an answer 480 ms");
    }

    @Test
    void eachFaultHasItsOwnConsequences() {
        tell(statusChanged(1, "server1", 0), faultStarting(FaultType.KILL, "primary", 1000));
        tell(
                faultInjected(FaultType.KILL, "primary", "server1", 1000),
                statusChanged(2, "server2", 1100),
                order(2, 1200));
        tell(faultStarting(FaultType.KILL, "primary", 2000), faultStarting(FaultType.KILL, "primary", 2040));
        tell(
                faultInjected(FaultType.KILL, "primary", "server2", 2040),
                statusChanged(3, "server3", 2100),
                order(3, 2140));

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

    private static RequestRecord of(String op, String response) {
        var exchange = request(op, "{}", response, 1000, 1010);
        assertThat(exchange.times().latency()).isEqualTo(nanos(10));
        return exchange;
    }

    private void tell(RequestRecord... exchanges) {
        Stream.of(exchanges).forEach(summary::onRequestCompleted);
    }

    private void tell(RunEvent... events) {
        for (var event : events) {
            try {
                summary.onEvent(event);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
