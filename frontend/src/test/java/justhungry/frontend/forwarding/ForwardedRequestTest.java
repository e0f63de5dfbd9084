package justhungry.frontend.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.api.shop.UserId;
import org.junit.jupiter.api.Test;

class ForwardedRequestTest {
    private static final Reply ANSWER = new Reply.Answered(1, 1, 1, new Response.DetailsSaved(), null);

    private final ForwardedRequest order = new ForwardedRequest(new Envelope(
            new RequestId(new ClientId(1, 2), 3), 0, new UserId(4, 5), new Request.CancelOrder(new OrderId(6))));

    @Test
    void whenTheDeadlineComesWhileItIsAtThePrimary_thenTheOutcomeIsUnknown() {
        order.onSent();

        assertThat(order.await(Duration.ZERO)).isInstanceOf(Reply.OutcomeUnknown.class);
    }

    @Test
    void whenTheDeadlineComesBeforeItWasSent_thenItIsNotSentAfterwards() {
        assertThat(order.await(Duration.ZERO)).isInstanceOf(Reply.NotExecuted.class);

        assertThat(order.onSent()).isFalse();
    }

    @Test
    void whenTheAnswerComesAfterTheDeadline_thenTheClientWasToldWhatWasTrueThen() {
        order.onSent();
        var told = order.await(Duration.ZERO);

        order.onReply(ANSWER);

        assertThat(order.await(Duration.ZERO)).isEqualTo(told);
    }

    @Test
    void whenTheAnswerIsThere_thenNoTimeIsNeeded() {
        order.onSent();
        order.onReply(ANSWER);

        assertThat(order.await(Duration.ZERO)).isEqualTo(ANSWER);
    }
}
