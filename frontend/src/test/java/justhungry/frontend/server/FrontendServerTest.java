package justhungry.frontend.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.Frontend;
import justhungry.api.client.Reply;
import justhungry.api.client.Reply.Answered;
import justhungry.api.client.Reply.Cause;
import justhungry.api.client.Reply.NotExecuted;
import justhungry.api.client.RequestId;
import justhungry.api.cluster.View;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response.Refused;
import justhungry.api.shop.UserId;
import justhungry.frontend.forwarding.CurrentRoute;
import justhungry.frontend.forwarding.RequestForwarder;
import justhungry.frontend.forwarding.RequestRoute;
import justhungry.frontend.postcodes.PostcodeChecker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class FrontendServerTest {
    private static final NotExecuted CLOSED = new NotExecuted(Cause.TOO_FEW_BACK_ENDS, "closed");

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final CurrentRoute currentRoute = new CurrentRoute();
    private final RequestForwarder forwarder = new RequestForwarder(currentRoute);
    private final FrontendServer server = new FrontendServer(
            "frontend1", PostcodeChecker.offline(), forwarder, currentRoute, 2, Frontend.REQUEST_TIMEOUT);

    @BeforeEach
    void start() {
        forwarder.start();
    }

    @AfterEach
    void end() {
        currentRoute.changeTo(new RequestRoute.Closed(View.NONE, CLOSED));
        forwarder.close();
    }

    @Test
    void whenThePostcodeIsNone_thenTheDetailsAreRefusedAndGoNoFurther() {
        var reply = server.submit(envelope(saveDetails("NOT ONE")));

        assertThat(reply).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.revision()).isZero();
            assertThat(answered.response())
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.INVALID_POSTCODE));
        });
    }

    @Test
    void whenThePostcodeIsRight_thenTheDetailsGoOn() {
        currentRoute.changeTo(new RequestRoute.Closed(View.NONE, CLOSED));

        assertThat(server.submit(envelope(saveDetails("DH1 3LE")))).isEqualTo(CLOSED);
    }

    @Test
    void whenTooManyRequestsWait_thenTheNextIsRefusedAtOnceAndTheOthersAreNot() throws Exception {
        var inside = new ArrayList<Thread>();
        var waiting = Stream.generate(
                        () -> CompletableFuture.supplyAsync(this::read, task -> inside.add(started(task))))
                .limit(2)
                .toList();
        await().atMost(TIMEOUT)
                .until(() -> inside.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));

        assertThat(read()).matches(FrontendServerTest::isOverloaded);
        currentRoute.changeTo(new RequestRoute.Closed(View.NONE, CLOSED));

        for (var reply : waiting) {
            assertThat(reply.get(TIMEOUT.toSeconds(), SECONDS)).isEqualTo(CLOSED);
        }
        await().atMost(TIMEOUT).until(() -> read().equals(CLOSED));
    }

    @Test
    void itsStatusTellsHowPostcodesAreChecked() {
        assertThat(server.status().postcodes()).contains("only the format");
        assertThat(server.status().primaryAnswers()).isFalse();
    }

    private Reply read() {
        return server.submit(envelope(new Request.ListProducts()));
    }

    private static Thread started(Runnable task) {
        var thread = new Thread(task);
        thread.start();
        return thread;
    }

    private static boolean isOverloaded(Reply reply) {
        return reply instanceof NotExecuted refused && refused.cause() == Cause.OVERLOADED;
    }

    private static Request saveDetails(String postcode) {
        return new Request.SaveDetails(
                new ContactDetails("Ada", "Lovelace", "020-7946-0000", postcode, "1 Palace Green"));
    }

    private static Envelope envelope(Request request) {
        return new Envelope(new RequestId(new ClientId(1, 2), 1), 0, new UserId(3, 4), request);
    }
}
