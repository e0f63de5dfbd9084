package justhungry.replay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tests of the times at which faults are injected, and of faults that fail. */
class FaultSchedulerTest extends RunHarness {
    private static final String KILL = "{'fault':'kill','target':'primary'}";

    @Test
    void aFaultIsInjectedAfterItsNumberOfAnswers_neitherBeforeNorAfter() throws Exception {
        var injected = new CountDownLatch(1);
        var before = new AtomicInteger();
        frontend.beforeEach(() -> {
            if (orders() == 8) {
                await(injected); // without the fault, the eighth request is never answered
            }
        });
        faults.meanwhile(() -> {
            before.set(orders());
            injected.countDown();
            return injected;
        });

        run(HEADER, DETAILS, repeat(10, APPLE, fault(7, "kill", "primary")));

        assertThat(before)
                .as("of the requests sent when it was injected, seven were answered")
                .hasValueBetween(7, 8);
        assertThat(recorded.faults()).extracting(RunEvent.FaultInjected::line).containsExactly(3);
        assertThat(recorded.records()).hasSize(11);
    }

    @Test
    void theClientsContinueWhileAFaultIsInjected() throws Exception {
        var allAnswered = new CountDownLatch(10);
        listeners.add(new RunListener() {
            @Override
            public void onRequestCompleted(RequestRecord request) {
                if (request.operation().equals("PLACE_ORDER")) {
                    allAnswered.countDown();
                }
            }
        });
        faults.meanwhile(() -> {
            allAnswered.await();
            return allAnswered;
        });

        run(HEADER, DETAILS, repeat(10, APPLE, fault(2, "pause", "server2")));

        assertThat(faults.injected()).containsExactly("pause server2");
    }

    @Test
    void faultsAreInjectedInTheOrderOfTheirNumbers_alsoAfterTheLastRequest() throws Exception {
        run(
                FOUR_CLIENTS,
                DETAILS,
                repeat(
                        8,
                        APPLE,
                        String.join(
                                ",",
                                fault(8, "resume", "paused"),
                                fault(4, "pause", "replica"),
                                fault(0, "kill", "primary"),
                                fault(4, "restart", "killed"))));

        assertThat(faults.injected())
                .containsExactly("kill primary", "pause replica", "restart killed", "resume paused");
        assertThat(recorded.events().get(recorded.events().size() - 1)).isInstanceOf(RunEvent.RepeatEnded.class);
    }

    @Test
    void aFaultLineIsInjectedBetweenTheLinesAroundIt() throws Exception {
        run(HEADER, DETAILS, KILL, APPLE);

        var events = recorded.events().stream().filter(event -> !(event instanceof RunEvent.StatusChanged));
        assertThat(events.<Class<?>>map(RunEvent::getClass))
                .containsSubsequence(
                        RunEvent.RequestCompleted.class, RunEvent.FaultInjected.class, RunEvent.RequestCompleted.class);
        assertThat(recorded.faults().get(0).names()).containsExactly("server1");
    }

    @Test
    void aFaultWithoutATargetIsTriedAgain() throws Exception {
        faults.failFirst(3);

        run(HEADER, DETAILS, KILL, APPLE);

        assertThat(recorded.faults()).hasSize(1);
        assertThat(recorded.records()).hasSize(2);
    }

    @Test
    void aScriptWithFaultsSendsNothingToAClusterOfAnotherMachine() {
        injector = Optional.empty();

        assertThatThrownBy(() -> run(HEADER, DETAILS, KILL))
                .isInstanceOf(ReplayException.class)
                .hasMessage(
                        "t has faults, which need a cluster that was started on this machine; start one with: just-hungry up");
        assertThat(frontend.received()).isEmpty();
    }

    @Test
    void aScriptThatNamesAnUnknownProcessSendsNothing() {
        assertThatThrownBy(() -> run(HEADER, DETAILS, repeat(5, APPLE, fault(3, "kill", "server7"))))
                .isInstanceOf(ReplayException.class)
                .hasMessage("t:3: the cluster has no process server7; nothing was sent");
        assertThat(frontend.received()).isEmpty();
    }

    @Test
    void whenAFaultFails_theRepeatEndsAtOnce_withItsMessage() {
        var failing = new CountDownLatch(1);
        frontend.beforeEach(() -> {
            if (failing.getCount() == 0) {
                await(new CountDownLatch(1)); // for ever
            }
        });
        faults.meanwhile(() -> {
            failing.countDown();
            throw new IllegalArgumentException("server1 has no data any more");
        });

        assertThatThrownBy(() -> run(FOUR_CLIENTS, DETAILS, repeat(10_000_000, APPLE, fault(2, "restart", "server1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("server1 has no data any more");
    }

    private int orders() {
        return frontend.idsOf("PLACE_ORDER").size();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
