package justhungry.frontend.forwarding;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.cluster.View;
import org.jspecify.annotations.Nullable;

/** A request whose client waits. Its monitor guards the attempt: a sender and the client's own thread both use it. */
final class ForwardedRequest {
    /** The extra time for an attempt that is under way at the deadline: its result is better than "unknown". */
    private static final Duration LAST_ATTEMPT_TIMEOUT = Duration.ofMillis(500);

    private final Envelope envelope;
    private final RetryState retryState;
    private final @Nullable AttemptRecorder recorder;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();

    /** The deadline has passed: there are no more attempts, and the one under way, if any, decides the reply. */
    private boolean deadlinePassed;

    ForwardedRequest(Envelope envelope) {
        this(envelope, null);
    }

    /** @param recorder records the way of the request; null for all but a traced one */
    ForwardedRequest(Envelope envelope, @Nullable AttemptRecorder recorder) {
        this.envelope = envelope;
        this.recorder = recorder;
        this.retryState = new RetryState(envelope.id(), envelope.request());
    }

    Envelope envelope() {
        return envelope;
    }

    /** The recorder of the way of a traced request, which must have a call of its own. */
    @Nullable
    AttemptRecorder recorder() {
        return recorder;
    }

    boolean isTraced() {
        return recorder != null;
    }

    boolean isDone() {
        return reply.isDone();
    }

    /** An attempt begins. Returns false when the client no longer waits: then there must be none. */
    synchronized boolean onSent() {
        if (isDone() || deadlinePassed) {
            return false;
        }
        retryState.onSent();
        return true;
    }

    /** As {@link RetryState#onReply(Reply, long, View)}. */
    synchronized void onReply(Reply received, long epoch, View routedBy) {
        retryState.onReply(received, epoch, routedBy).ifPresent(reply::complete);
        answerIfDeadlinePassed();
    }

    /** The front end's own reply. */
    synchronized void onReply(Reply received) {
        retryState.onReply(received).ifPresent(reply::complete);
        answerIfDeadlinePassed();
    }

    synchronized void onFailure(RetryState.AttemptFailure failure) {
        retryState.onFailure(failure);
        answerIfDeadlinePassed();
    }

    private synchronized void onDeadline() {
        deadlinePassed = true;
        answerIfDeadlinePassed();
    }

    private void answerIfDeadlinePassed() {
        if (deadlinePassed && !retryState.isUnderWay()) {
            reply.complete(retryState.onDeadline());
        }
    }

    private synchronized Reply abandon() {
        reply.complete(retryState.onDeadline());
        return reply.join();
    }

    /** Waits for the final reply; after the deadline, and the extra time of a last attempt, it is the best that is known. */
    Reply await(Duration timeout) {
        var answer = received(timeout);
        if (answer.isEmpty()) {
            onDeadline();
            answer = received(LAST_ATTEMPT_TIMEOUT);
        }
        return answer.orElseGet(this::abandon);
    }

    /** The reply, if it comes in time. An interrupted thread waits no longer. */
    private Optional<Reply> received(Duration timeout) {
        try {
            return Optional.of(reply.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a reply is never completed by an exception", e);
        }
    }
}
