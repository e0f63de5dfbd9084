package justhungry.frontend.forwarding;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;

/** A request whose client waits. Its monitor guards the attempt: a sender and the client's own thread both use it. */
final class Pending {
    /** The extra time for an attempt that is under way at the deadline: its result is better than "unknown". */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final Envelope envelope;
    private final Attempt attempt;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();

    /** The deadline has passed: there are no more attempts, and the one under way, if any, decides the reply. */
    private boolean timeIsUp;

    Pending(Envelope envelope) {
        this.envelope = envelope;
        this.attempt = new Attempt(envelope.id(), envelope.request());
    }

    Envelope envelope() {
        return envelope;
    }

    boolean isDone() {
        return reply.isDone();
    }

    /** An attempt begins. Returns false when the client no longer waits: then there must be none. */
    synchronized boolean onSent() {
        if (isDone() || timeIsUp) {
            return false;
        }
        attempt.onSent();
        return true;
    }

    synchronized void onReply(Reply received) {
        attempt.onReply(received).ifPresent(reply::complete);
        answerIfTimeIsUp();
    }

    synchronized void onFailure(Attempt.Failure failure) {
        attempt.onFailure(failure);
        answerIfTimeIsUp();
    }

    private synchronized void onDeadline() {
        timeIsUp = true;
        answerIfTimeIsUp();
    }

    private void answerIfTimeIsUp() {
        if (timeIsUp && !attempt.isUnderWay()) {
            reply.complete(attempt.onDeadline());
        }
    }

    private synchronized Reply giveUp() {
        reply.complete(attempt.onDeadline());
        return reply.join();
    }

    /** Waits for the final reply; after the deadline, and the extra time of a last attempt, it is the best that is known. */
    Reply await(Duration timeout) {
        var answer = received(timeout);
        if (answer.isEmpty()) {
            onDeadline();
            answer = received(GRACE);
        }
        return answer.orElseGet(this::giveUp);
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
