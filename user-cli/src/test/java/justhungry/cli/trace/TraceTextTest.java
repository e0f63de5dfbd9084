package justhungry.cli.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import justhungry.api.client.PrimaryTrace;
import justhungry.api.client.PrimaryTrace.Acknowledgement;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestTrace;
import justhungry.api.client.RequestTrace.Attempt;
import justhungry.api.cluster.View;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.client.ClientTrace;
import justhungry.client.json.TraceJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TraceTextTest {
    private static final Request UPDATE = new Request.CancelOrder(new OrderId(1));
    private static final Reply SAVED = answered(9);
    private static final List<Acknowledgement> BOTH =
            List.of(new Acknowledgement("server2", 3_140), new Acknowledgement("server3", 4_000));

    @Test
    void anUpdateIsFollowedThroughFrontEndPrimaryAndEachReplica() {
        var trace = settled(SAVED, attempt("server1", 1, SAVED, 9, BOTH));

        assertThat(TraceText.line(UPDATE, trace))
                .isEqualTo("CANCEL: frontend1 -> server1 (epoch 1, entry 9) -> server2 3.1 ms, server3 4.0 ms"
                        + " -> acknowledged after 6.3 ms");
        assertThat(TraceJson.of(trace).toString())
                .isEqualTo(
                        "{\"silent\":[],\"frontend\":\"frontend1\",\"ms\":6.250,\"attempts\":[{\"backend\":\"server1\","
                                + "\"epoch\":1,\"ms\":5.500,\"entry\":9,\"replicas\":[{\"name\":\"server2\",\"ms\":3.140},"
                                + "{\"name\":\"server3\",\"ms\":4.000}]}]}");
    }

    @Test
    void aFailoverIsSeen_andAFrontEndThatGaveNoAnswer() {
        var trace = new ClientTrace(
                List.of("frontend2"),
                Optional.of(new RequestTrace(
                        SAVED,
                        "frontend1",
                        List.of(
                                attempt("server1", 1, null, 0, List.of()),
                                attempt("server2", 1, new Reply.NotPrimary(View.NONE), 0, List.of()),
                                attempt("server2", 2, SAVED, 12, BOTH.subList(1, 2))),
                        1_907_300)));

        assertThat(TraceText.line(UPDATE, trace))
                .isEqualTo("CANCEL: frontend2 (no answer) -> frontend1 -> server1 (epoch 1, no answer, 5.5 ms)"
                        + " -> server2 (epoch 1, not the primary)"
                        + " -> server2 (epoch 2, entry 12; carried out before, in entry 9) -> server3 4.0 ms"
                        + " -> acknowledged after 1907.3 ms");
    }

    @Test
    void aReadHasNoEntry_aRefusalSaysWhy_andARefusalByTheFrontEndIsItsOwn() {
        var full = new Reply.NotExecuted(Reply.Cause.MEMORY_FULL, "full");

        assertThat(TraceText.line(
                        new Request.ListProducts(), settled(SAVED, attempt("server1", 1, SAVED, 0, List.of()))))
                .isEqualTo("PRODUCT_LIST: frontend1 -> server1 (epoch 1, read at entry 9) -> answered after 6.3 ms");
        assertThat(TraceText.line(UPDATE, settled(full, attempt("server1", 1, full, 0, List.of()))))
                .isEqualTo("CANCEL: frontend1 -> server1 (epoch 1) -> not carried out (MEMORY_FULL) after 6.3 ms");
        assertThat(TraceText.line(UPDATE, settled(SAVED))).isEqualTo("CANCEL: frontend1 -> answered after 6.3 ms");
        assertThat(TraceText.line(UPDATE, new ClientTrace(List.of("frontend1"), Optional.empty())))
                .isEqualTo("CANCEL: frontend1 (no answer)");
    }

    private static ClientTrace settled(Reply reply, Attempt... attempts) {
        return new ClientTrace(List.of(), Optional.of(new RequestTrace(reply, "frontend1", List.of(attempts), 6_250)));
    }

    private static Attempt attempt(
            String backend, long epoch, @Nullable Reply reply, long entry, List<Acknowledgement> acknowledgements) {
        var answer = reply == null ? null : new PrimaryTrace(epoch, reply, entry, acknowledgements, 5_000);
        return new Attempt(backend, epoch, 5_500, answer);
    }

    private static Reply answered(long revision) {
        return new Reply.Answered(1, revision, 4, new Response.DetailsSaved(), null);
    }
}
