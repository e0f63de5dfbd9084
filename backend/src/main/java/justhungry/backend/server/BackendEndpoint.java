package justhungry.backend.server;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import justhungry.api.client.Backend;
import justhungry.api.client.Batch;
import justhungry.api.client.Frontend;
import justhungry.api.client.Reply;
import org.jspecify.annotations.Nullable;

/**
 * The remote object that front ends send requests to. RMI's threads hand each call to the loop, and wait for its answer
 * with a deadline. The number of requests in progress is limited; more are refused.
 */
final class BackendEndpoint implements Backend {
    private static final int MAX_PENDING_REQUESTS = 4_096;
    private static final Reply OVERLOADED =
            new Reply.NotExecuted(Reply.Cause.OVERLOADED, "too many requests are waiting; try again in a moment");
    private static final Duration REPLY_TIMEOUT = Frontend.REQUEST_TIMEOUT.plusSeconds(1);

    private final EventLoop loop;
    private final Semaphore permits = new Semaphore(MAX_PENDING_REQUESTS);

    BackendEndpoint(EventLoop loop) {
        this.loop = loop;
    }

    @Override
    public Batch.Replies submit(Batch batch) {
        int size = batch.requests().size();
        if (!permits.tryAcquire(size)) {
            return new Batch.Replies(Collections.nCopies(size, OVERLOADED));
        }
        try {
            return carryOut(batch);
        } finally {
            permits.release(size);
        }
    }

    /** Hands the whole call over as one event: its updates get into one entry, as long as there is room in it. */
    private Batch.Replies carryOut(Batch batch) {
        var requests = batch.requests();
        var answers = new PendingReplies(requests.size());
        boolean handedOver = loop.offer((node, now) -> {
            for (int i = 0; i < requests.size(); i++) {
                node.onRequest(requests.get(i), answers.ofRequest(i), now);
            }
        });
        return new Batch.Replies(
                handedOver ? answers.await(REPLY_TIMEOUT) : Collections.nCopies(requests.size(), OVERLOADED));
    }

    /** The replies to the requests of one call, until all have arrived. Only the first reply to a request counts. */
    private static final class PendingReplies {
        private static final Reply UNKNOWN = new Reply.OutcomeUnknown(
                "the back end did not answer in time; send the request again with the same id");

        private final AtomicReferenceArray<@Nullable Reply> replies;
        private final CountDownLatch missing;

        PendingReplies(int requests) {
            replies = new AtomicReferenceArray<>(requests);
            missing = new CountDownLatch(requests);
        }

        Consumer<Reply> ofRequest(int number) {
            return reply -> {
                if (replies.compareAndSet(number, null, reply)) {
                    missing.countDown();
                }
            };
        }

        /** Waits for all replies. For one that has not arrived in time, the outcome is unknown. */
        List<Reply> await(Duration timeout) {
            try {
                var unused = missing.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return IntStream.range(0, replies.length())
                    .mapToObj(i -> Objects.requireNonNullElse(replies.get(i), UNKNOWN))
                    .toList();
        }
    }
}
