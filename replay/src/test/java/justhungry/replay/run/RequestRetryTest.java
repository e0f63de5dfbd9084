package justhungry.replay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import justhungry.fixtures.FakeFrontend.FrontendFault;
import justhungry.replay.report.RunSummary;
import justhungry.replay.report.StartNotice;
import org.junit.jupiter.api.Test;

/** Tests of requests that do not succeed at once. */
class RequestRetryTest extends RunHarness {
    private final RunSummary summary = new RunSummary();

    RequestRetryTest() {
        listeners.add(summary);
    }

    @Test
    void aRequestThatWasCertainlyNotExecutedIsSentAgainUntilItIs() throws Exception {
        frontend.injectFaults(FrontendFault.NONE, FrontendFault.TOO_FEW, FrontendFault.TOO_FEW);

        run(HEADER, DETAILS, APPLE);

        assertThat(frontend.idsOf("PLACE_ORDER")).hasSize(3);
        assertThat(recorded.records()).extracting(RequestRecord::statusLabel).containsExactly("ok", "ok");
        assertThat(shop.orders()).hasSize(1);
        assertThat(summary.unanswered()).isZero();
    }

    @Test
    void aRequestWhoseAnswerIsLostIsSentAgainWithItsId_andExecutedOnce() throws Exception {
        frontend.injectFaults(FrontendFault.NONE, FrontendFault.ANSWER_LOST, FrontendFault.UNKNOWN_BUT_DONE);

        run(HEADER, DETAILS, APPLE);

        assertThat(frontend.idsOf("PLACE_ORDER")).hasSize(3);
        assertThat(frontend.idsOf("PLACE_ORDER").stream().distinct()).hasSize(1);
        assertThat(shop.orders()).hasSize(1);
        assertThat(recorded.records()).extracting(RequestRecord::statusLabel).containsExactly("ok", "ok");
        assertThat(summary.unanswered()).isZero();
    }

    @Test
    void aRequestOfUnknownOutcomeEndsTheRun() throws Exception {
        var lost = FrontendFault.UNKNOWN_NOT_DONE;
        frontend.injectFaults(FrontendFault.NONE, lost, lost, lost, lost);

        assertThatThrownBy(() -> run(HEADER, DETAILS, APPLE, PRODUCTS))
                .isInstanceOf(ReplayException.class)
                .hasMessageStartingWith("line 3: for a minute the cluster did not carry out this request");

        assertThat(recorded.records()).extracting(RequestRecord::statusLabel).containsExactly("ok", "unknown");
        assertThat(recorded.records().get(1).reply()).isEmpty();
        assertThat(summary.unanswered()).isEqualTo(1);
    }

    @Test
    void withoutAClusterNothingIsSent_andTheMessageSaysSo() {
        var notices = new ArrayList<String>();
        listeners.add(new StartNotice(notices::add));
        link.stop();

        assertThatThrownBy(() -> run(HEADER, DETAILS))
                .isInstanceOf(ReplayException.class)
                .hasMessageStartingWith(
                        "nothing was sent because the cluster does not answer: No front end answers, after 4 attempts: ")
                .hasMessageEndingWith(". Look at the status");
        assertThat(notices)
                .containsExactly(
                        "No cluster answers yet: the name server at 127.0.0.1:1099 lists frontend1, which cannot be reached. Trying again for 0 s.");
        assertThat(frontend.received()).isEmpty();
        assertThat(recorded.timesClosed()).isEqualTo(1);
    }
}
