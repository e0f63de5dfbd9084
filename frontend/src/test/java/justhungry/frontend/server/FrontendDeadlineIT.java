package justhungry.frontend.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.Frontend;
import justhungry.api.client.Reply.Cause;
import justhungry.api.client.Reply.NotExecuted;
import justhungry.api.client.RequestId;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;
import justhungry.frontend.forwarding.CurrentRoute;
import justhungry.frontend.forwarding.RequestForwarder;
import justhungry.frontend.postcodes.PostcodeChecker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A request that no primary ever takes, and the real deadline of a front end. */
class FrontendDeadlineIT {
    @Test
    @Timeout(180)
    void whenNoPrimaryIsFoundInTime_thenTheReplyStillComesWithinTheDeadline() throws Exception {
        var currentRoute = new CurrentRoute();
        try (var forwarder = new RequestForwarder(currentRoute)) {
            forwarder.start();
            var server = new FrontendServer(
                    "frontend1", PostcodeChecker.offline(), forwarder, currentRoute, 2, Frontend.REQUEST_TIMEOUT);
            var read =
                    new Envelope(new RequestId(new ClientId(1, 2), 1), 0, new UserId(3, 4), new Request.ListProducts());

            var reply = CompletableFuture.supplyAsync(() -> server.submit(read)).get(60, SECONDS);

            assertThat(reply)
                    .isInstanceOfSatisfying(
                            NotExecuted.class,
                            refused -> assertThat(refused.cause()).isEqualTo(Cause.NO_PRIMARY));
        }
    }
}
