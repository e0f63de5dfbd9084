package justhungry.frontend.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.RequestId;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;
import org.junit.jupiter.api.Test;

class ForwardQueueTest {
    private final ForwardQueue queue = new ForwardQueue();

    /** Its call is another one; what came before and after it shares calls as always. */
    @Test
    void aTracedRequestIsTakenAlone_inItsOrder() throws Exception {
        var one = request(false);
        var two = request(false);
        var traced = request(true);
        var three = request(false);
        for (var each : new ForwardedRequest[] {one, two, traced, three}) {
            queue.add(each);
        }

        assertThat(queue.take(10)).containsExactly(one, two);
        assertThat(queue.take(10)).containsExactly(traced);
        assertThat(queue.take(10)).containsExactly(three);
    }

    private static ForwardedRequest request(boolean traced) {
        var id = new RequestId(new ClientId(0, 1), 1);
        var envelope = new Envelope(id, 0, new UserId(0, 1), new Request.CancelOrder(new OrderId(1)));
        return new ForwardedRequest(envelope, traced ? new AttemptRecorder() : null);
    }
}
