package justhungry.frontend.server;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import justhungry.api.Envelope;
import justhungry.api.Reply;
import justhungry.frontend.routing.Attempt;

/** A request whose client waits. Its monitor guards the attempt: a sender and the client's own thread both use it. */
final class Pending {
    private final Envelope envelope;
    private final Attempt attempt;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();

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

    /** A try begins. Returns false when the client waits no more: then there must be none. */
    synchronized boolean onSent() {
        if (isDone()) {
            return false;
        }
        attempt.onSent();
        return true;
    }

    synchronized void onReply(Reply received) {
        attempt.onReply(received).ifPresent(reply::complete);
    }

    synchronized void onFailure(Attempt.Failure failure) {
        attempt.onFailure(failure);
    }

    private synchronized void onDeadline() {
        reply.complete(attempt.onDeadline());
    }

    /** Waits for the final reply; when the time is up, what is known then is the reply. */
    Reply await(Duration most) {
        try {
            return reply.get(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            onDeadline();
        } catch (InterruptedException e) {
            onDeadline();
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a reply is never completed by an exception", e);
        }
        return reply.join();
    }
}
