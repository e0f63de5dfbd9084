package justhungry.backend.server;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import justhungry.api.client.Backend;
import justhungry.api.client.Batch;
import justhungry.api.client.Envelope;
import justhungry.api.client.Frontend;
import justhungry.api.client.PrimaryTrace;
import justhungry.api.client.Reply;
import justhungry.backend.node.BackendNode;
import justhungry.backend.node.ReplyTracer;
import org.jspecify.annotations.Nullable;

/**
 * The remote object that front ends send requests to. RMI's threads hand each call to the loop, or run it
 * themselves when the loop is idle, and wait for its answer with a deadline. The number of requests in progress is limited; more are refused.
 */
final class BackendEndpoint implements Backend {
    private static final int MAX_PENDING_REQUESTS = 4_096;
    private static final Reply OVERLOADED =
            new Reply.NotExecuted(Reply.Cause.OVERLOADED, "too many requests are waiting; try again in a moment");
    private static final Reply UNKNOWN =
            new Reply.OutcomeUnknown("the back end did not answer in time; send the request again with the same id");
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
            return overloaded(size);
        }
        try {
            return carryOut(batch);
        } finally {
            permits.release(size);
        }
    }

    @Override
    public PrimaryTrace submitTraced(Envelope request) {
        var recorder = new TraceRecorder(loop.epoch());
        if (!permits.tryAcquire()) {
            return recorder.unanswered(OVERLOADED);
        }
        try {
            boolean handedOver = loop.offer((node, now) -> node.onRequest(request, recorder.at(node), now));
            return handedOver ? recorder.await(REPLY_TIMEOUT) : recorder.unanswered(OVERLOADED);
        } finally {
            permits.release();
        }
    }

    /** Hands the whole call over as one event: its updates get into one entry, as long as there is room in it. */
    private Batch.Replies carryOut(Batch batch) {
        var requests = batch.requests();
        var answers = new PendingReplies(requests.size());
        boolean handedOver = loop.offer((node, now) -> {
            for (int i = 0; i < requests.size(); i++) {
                node.onRequest(requests.get(i), answers.ofRequest(i, node), now);
            }
        });
        if (!handedOver) {
            return overloaded(requests.size());
        }
        var replies = answers.await(REPLY_TIMEOUT);
        return new Batch.Replies(Math.max(answers.epoch, loop.epoch()), replies);
    }

    private Batch.Replies overloaded(int size) {
        return new Batch.Replies(loop.epoch(), Collections.nCopies(size, OVERLOADED));
    }

    /** The way of one request through this back end, until its reply. */
    private static final class TraceRecorder implements ReplyTracer {
        private final long arrival = System.nanoTime();
        private final CompletableFuture<PrimaryTrace> result = new CompletableFuture<>();
        private final long knownEpoch;

        /** The loop owns the rest. */
        private final Map<String, PrimaryTrace.Acknowledgement> acknowledgements = new LinkedHashMap<>();

        private LongSupplier epoch = () -> 0;
        private long entry;
        private long decision;

        TraceRecorder(long knownEpoch) {
            this.knownEpoch = knownEpoch;
        }

        ReplyTracer at(BackendNode node) {
            epoch = node::epoch;
            return this;
        }

        @Override
        public void onDecided(long index) {
            entry = index;
            decision = System.nanoTime();
        }

        @Override
        public void onAcknowledged(String replica) {
            acknowledgements.computeIfAbsent(
                    replica, name -> new PrimaryTrace.Acknowledgement(name, microsSince(decision)));
        }

        @Override
        public void accept(Reply reply) {
            var acknowledged = List.copyOf(acknowledgements.values());
            result.complete(new PrimaryTrace(epoch.getAsLong(), reply, entry, acknowledged, microsSince(arrival)));
        }

        /** The trace of a request that the loop has not answered. */
        PrimaryTrace unanswered(Reply reply) {
            return new PrimaryTrace(knownEpoch, reply, 0, List.of(), microsSince(arrival));
        }

        private static long microsSince(long nanoTime) {
            return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - nanoTime);
        }

        /** Waits for the reply. Without one in time, the outcome is unknown. */
        PrimaryTrace await(Duration timeout) {
            try {
                return result.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                // It is unknown.
            }
            return unanswered(UNKNOWN);
        }
    }

    /** The replies to the requests of one call, until all have arrived. Only the first reply to a request counts. */
    private static final class PendingReplies {
        private final AtomicReferenceArray<@Nullable Reply> replies;
        private final CountDownLatch missing;

        /** The epoch in which the last of them was given. Only the loop writes it. */
        private volatile long epoch;

        PendingReplies(int requests) {
            replies = new AtomicReferenceArray<>(requests);
            missing = new CountDownLatch(requests);
        }

        Consumer<Reply> ofRequest(int number, BackendNode node) {
            return reply -> {
                epoch = node.epoch();
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
