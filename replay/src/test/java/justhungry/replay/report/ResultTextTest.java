package justhungry.replay.report;

import static justhungry.replay.run.RunEvents.faultInjected;
import static justhungry.replay.run.RunEvents.nanos;
import static justhungry.replay.run.RunEvents.order;
import static justhungry.replay.run.RunEvents.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import justhungry.replay.run.RunEvent;
import justhungry.replay.script.model.FaultType;
import org.junit.jupiter.api.Test;

class ResultTextTest {
    private final List<String> lines = new ArrayList<>();

    @Test
    void eachRequestAndEachFaultIsALine_andTheRequestsOfARepeatAreCounted() throws IOException {
        var refused = request(
                "PLACE_ORDER", "{}", "{'status':'refused','reason':'OUT_OF_STOCK','message':'no kale is left'}", 0, 10);
        tell(
                order(1, 10),
                new RunEvent.RequestCompleted(refused),
                faultInjected(FaultType.KILL, "primary", "server1", 2000),
                new RunEvent.RepeatStarted(6, 2, nanos(3000)),
                order(1, 3500),
                order(1, 3700),
                new RunEvent.RepeatEnded(6, nanos(4500)));

        assertThat(lines)
                .containsExactly(
                        "line 2  PLACE_ORDER of ada: ok, 10.0 ms; order 7",
                        "line 2  PLACE_ORDER of ada: refused OUT_OF_STOCK, 10.0 ms; no kale is left",
                        "line 3  kill primary: server1",
                        "line 6  2 iterations in 1.5 s: PLACE_ORDER ok 2");
    }

    @Test
    void theRequestsOfARepeatThatDoesNotEndAreCountedAtTheEndOfTheRun() throws IOException {
        tell(new RunEvent.RepeatStarted(6, 50_000, nanos(3000)), order(1, 3500), order(1, 3700));
        tell(new RunEvent.RepeatStarted(6, 50_000, nanos(3000)));

        assertThat(lines)
                .containsExactly(
                        "line 6  50,000 iterations, not finished: PLACE_ORDER ok 2",
                        "line 6  50,000 iterations, not finished: no request completed");
    }

    private void tell(RunEvent... events) throws IOException {
        var text = new ResultText(lines::add);
        for (var event : events) {
            text.onEvent(event);
        }
        text.close();
    }
}
