package justhungry.replay.report;

import static justhungry.replay.run.RunEvents.failureNoticed;
import static justhungry.replay.run.RunEvents.faultInjected;
import static justhungry.replay.run.RunEvents.faultStarting;
import static justhungry.replay.run.RunEvents.mismatching;
import static justhungry.replay.run.RunEvents.nanos;
import static justhungry.replay.run.RunEvents.order;
import static justhungry.replay.run.RunEvents.orderAfterSilence;
import static justhungry.replay.run.RunEvents.poll;
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
        tell(
                faultStarting(FaultType.KILL, "primary", "server1", 2000),
                faultInjected(FaultType.KILL, "primary", "server1", 2000));
        tell(
                failureNoticed(1, "server1", 2030),
                statusChanged(2, "server2", 2100),
                orderAfterSilence(2, 1990, 2150),
                order(2, 2160));

        assertThat(faults())
                .containsExactly(
                        "line 3, at 2.0 s: kill primary (server1): noticed after 30 ms, new view after 100 ms (epoch 2, primary server2), first answer in that view after 150 ms, longest time without an answer 150 ms");
    }

    @Test
    void effectsDuringTheInjectionOfAFaultAreItsConsequences() {
        tell(statusChanged(1, "server1", 0), order(1, 1990));
        tell(faultStarting(FaultType.KILL, "primary", "server1", 2000));
        tell(failureNoticed(1, "server1", 2001), statusChanged(2, "server2", 2002), order(2, 2010));
        tell(faultInjected(FaultType.KILL, "primary", "server1", 2000));

        assertThat(faults())
                .containsExactly(
                        "line 3, at 2.0 s: kill primary (server1): noticed after 1 ms, new view after 2 ms (epoch 2, primary server2), first answer in that view after 10 ms, longest time without an answer 10 ms");
    }

    @Test
    void aFaultThatChangesNoViewSaysOnlyHowLongThereWasNoAnswer() {
        tell(statusChanged(1, "server1", 0), faultStarting(FaultType.PAUSE, "replica", "server2", 2000));
        tell(
                faultInjected(FaultType.PAUSE, "replica", "server2", 2000),
                order(1, 2020),
                orderAfterSilence(1, 2020, 2500),
                order(1, 2510));

        assertThat(faults())
                .containsExactly("line 3, at 2.0 s: pause replica (server2): longest time without an answer 480 ms");
    }

    @Test
    void eachFaultHasItsOwnConsequences() {
        tell(statusChanged(1, "server1", 0), faultStarting(FaultType.KILL, "primary", "server1", 1000));
        tell(
                faultInjected(FaultType.KILL, "primary", "server1", 1000),
                statusChanged(2, "server2", 1100),
                order(2, 1200));
        tell(
                faultStarting(FaultType.KILL, "primary", "server1", 2000),
                faultStarting(FaultType.KILL, "primary", "server2", 2040));
        tell(
                faultInjected(FaultType.KILL, "primary", "server2", 2040),
                statusChanged(3, "server3", 2100),
                order(3, 2140));

        assertThat(faults()).hasSize(2);
        assertThat(faults().get(0))
                .contains("(server1)", "after 100 ms (epoch 2, primary server2)", "that view after 200 ms");
        assertThat(faults().get(1))
                .contains("(server2)", "after 60 ms (epoch 3, primary server3)", "that view after 100 ms");
    }

    @Test
    void timeInWhichNoRequestWaitedIsNoTimeWithoutAnAnswer() {
        kill("server1", 1000);
        tell(order(1, 1010), order(1, 9000)); // each sent 10 ms before its answer

        assertThat(faults()).allMatch(line -> line.endsWith("longest time without an answer 10 ms"));
    }

    @Test
    void aFaultThatNoRequestFollowsSaysSo() {
        kill("server1", 1000);

        assertThat(faults()).containsExactly("line 3, at 1.0 s: kill primary (server1): no request was waiting");
    }

    @Test
    void anAnswerFromBeforeTheFaultThatIsToldLaterIsNoneOfItsFigures() {
        kill("server1", 1000);
        tell(order(1, 999));

        assertThat(faults()).allMatch(line -> line.endsWith("no request was waiting"));
    }

    @Test
    void thePrimaryIsThatOfTheFirstNewView() {
        kill("server1", 1000);
        tell(order(2, 1200), statusChanged(3, "server3", 1300), statusChanged(2, "server2", 1310));

        assertThat(faults()).allMatch(line -> line.contains("new view after 200 ms (epoch 2, primary server2)"));
    }

    @Test
    void aReadThatIsRepeatedHasAnswersMeanwhile() {
        kill("server1", 1000);
        tell(poll(1, 1000, 1300), poll(1, 1320, 1340), poll(1, 1360, 1370));
        tell(order(1, 21_000));

        assertThat(faults()).allMatch(line -> line.endsWith("longest time without an answer 300 ms"));
    }

    @Test
    void requestsThatStillWaitAtTheEndCount() {
        kill("server1", 1000);
        tell(order(1, 1010), new RunEvent.StillWaiting(nanos(1500), nanos(9500)));

        assertThat(faults()).allMatch(line -> line.endsWith("longest time without an answer 8000 ms"));
    }

    @Test
    void whatFollowsTheNextFaultIsNotToldOfTheOneBefore() {
        kill("server1", 1000);
        tell(faultStarting(FaultType.RESTART, "killed", "server1", 2000));
        tell(failureNoticed(1, "server1", 2010), statusChanged(2, "server2", 2020));
        tell(orderAfterSilence(2, 900, 5000));
        tell(faultInjected(FaultType.RESTART, "killed", "server1", 2000));

        assertThat(faults())
                .containsExactly(
                        "line 3, at 1.0 s: kill primary (server1): longest time without an answer 1000 ms",
                        "line 3, at 2.0 s: restart killed (server1): noticed after 10 ms, new view after 20 ms (epoch 2, primary server2), first answer in that view after 3000 ms, longest time without an answer 3000 ms");
    }

    @Test
    void troubleOfTheNewViewIsNotWhenTheFaultWasNoticed() {
        kill("server1", 1000);
        tell(statusChanged(2, "server2", 1100), order(2, 1200), failureNoticed(2, "server2", 15_000));

        assertThat(faults()).noneMatch(line -> line.contains("noticed"));
    }

    @Test
    void anAnswerOfANewViewTellsOfIt_soTheViewIsNotLater() {
        kill("server1", 1000);
        tell(failureNoticed(1, "server1", 1790), order(2, 1770), statusChanged(2, "server2", 1800));

        assertThat(faults())
                .allMatch(
                        line -> line.contains(
                                "noticed after 770 ms, new view after 770 ms (epoch 2, primary server2), first answer in that view after 770 ms"));
    }

    private void kill(String name, long at) {
        tell(statusChanged(1, "server1", 0));
        tell(faultStarting(FaultType.KILL, "primary", name, at), faultInjected(FaultType.KILL, "primary", name, at));
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
