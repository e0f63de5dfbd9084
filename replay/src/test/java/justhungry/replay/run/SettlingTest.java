package justhungry.replay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import justhungry.fixtures.FakeFrontend.Fault;
import justhungry.replay.report.Summary;
import org.junit.jupiter.api.Test;

/** Tests of requests that do not succeed at once. */
class SettlingTest extends Running {
    private final Summary summary = new Summary();

    SettlingTest() {
        sinks.add(summary);
    }

    @Test
    void aRequestThatWasCertainlyNotExecutedIsSentAgainUntilItIs() throws Exception {
        frontend.updatesMeet(Fault.NONE, Fault.TOO_FEW, Fault.TOO_FEW);

        run(HEADER, DETAILS, APPLE);

        assertThat(frontend.idsOf("PLACE_ORDER")).hasSize(3);
        assertThat(told.exchanges()).extracting(Exchange::statusInWords).containsExactly("ok", "ok");
        assertThat(shop.orders()).hasSize(1);
        assertThat(summary.unanswered()).isZero();
    }

    @Test
    void aRequestWhoseAnswerIsLostIsSentAgainWithItsId_andExecutedOnce() throws Exception {
        frontend.updatesMeet(Fault.NONE, Fault.ANSWER_LOST, Fault.UNKNOWN_BUT_DONE);

        run(HEADER, DETAILS, APPLE);

        assertThat(frontend.idsOf("PLACE_ORDER")).hasSize(3);
        assertThat(frontend.idsOf("PLACE_ORDER").stream().distinct()).hasSize(1);
        assertThat(shop.orders()).hasSize(1);
        assertThat(told.exchanges()).extracting(Exchange::statusInWords).containsExactly("ok", "ok");
        assertThat(summary.unanswered()).isZero();
    }

    @Test
    void aRequestOfUnknownOutcomeEndsTheRun() throws Exception {
        var lost = Fault.UNKNOWN_NOT_DONE;
        frontend.updatesMeet(Fault.NONE, lost, lost, lost, lost);

        assertThatThrownBy(() -> run(HEADER, DETAILS, APPLE, PRODUCTS))
                .isInstanceOf(ReplayException.class)
                .hasMessageStartingWith("line 3: the cluster did not execute a request");

        assertThat(told.exchanges()).extracting(Exchange::statusInWords).containsExactly("ok", "unknown");
        assertThat(told.exchanges().get(1).reply()).isEmpty();
        assertThat(summary.unanswered()).isEqualTo(1);
    }

    @Test
    void withoutAClusterNothingIsSent_andTheMessageSaysSo() {
        link.goDown();

        assertThatThrownBy(() -> run(HEADER, DETAILS))
                .isInstanceOf(ReplayException.class)
                .hasMessageStartingWith(
                        "nothing was sent because the cluster does not answer: No front end answers, after 4 tries: ")
                .hasMessageEndingWith("start a cluster with: just-hungry up");
        assertThat(frontend.received()).isEmpty();
        assertThat(told.timesClosed()).isEqualTo(1);
    }
}
