package justhungry.backend.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import justhungry.api.client.Batch;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.codec.Limits;
import justhungry.api.shop.Request;
import justhungry.backend.node.ThreeNodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RequestLimitTest {
    private static final int BATCHES_INSIDE = 16;
    private static final Batch BATCH = new Batch(Collections.nCopies(
            Limits.REQUESTS_PER_CALL,
            new Envelope(new RequestId(new ClientId(0, 1), 1), 0, ThreeNodes.ADA, new Request.ListProducts())));

    private final ThreeNodes nodes = new ThreeNodes();
    private final EventLoop loop = new EventLoop(nodes.store2);
    private final BackendEndpoint endpoint = new BackendEndpoint(loop);
    private final ExecutorService callers = Executors.newFixedThreadPool(BATCHES_INSIDE + 1);

    @AfterEach
    void end() {
        loop.stop();
        callers.shutdownNow();
    }

    @Test
    @Timeout(300)
    void whenTooManyRequestsAreInside_thenTheNextOnesAreRefused_untilOthersWereAnswered() {
        var calls = Stream.generate(this::call).limit(BATCHES_INSIDE + 1).toList();
        CompletableFuture.anyOf(calls.toArray(CompletableFuture[]::new)).join();
        loop.start(nodes.replica);

        var answers = calls.stream().map(CompletableFuture::join).toList();
        assertThat(answers).filteredOn(RequestLimitTest::isOverloaded).hasSize(1);
        assertThat(answers).filteredOn(RequestLimitTest::isNotPrimary).hasSize(BATCHES_INSIDE);
        assertThat(call().join()).matches(RequestLimitTest::isNotPrimary);
    }

    private CompletableFuture<Batch.Replies> call() {
        return CompletableFuture.supplyAsync(() -> endpoint.submit(BATCH), callers);
    }

    private static boolean isOverloaded(Batch.Replies answer) {
        return answer.replies().stream()
                .allMatch(reply ->
                        reply instanceof Reply.NotExecuted refusal && refusal.cause() == Reply.Cause.OVERLOADED);
    }

    private static boolean isNotPrimary(Batch.Replies answer) {
        return answer.replies().stream().allMatch(Reply.NotPrimary.class::isInstance);
    }
}
