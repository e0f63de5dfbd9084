package justhungry.frontend.forwarding;

import java.util.Optional;
import justhungry.api.client.Reply;
import justhungry.api.client.Reply.Cause;
import justhungry.api.client.RequestId;
import justhungry.api.cluster.View;
import justhungry.api.shop.Request;

/**
 * The state of one request through its attempts, and the reply that the client may get (PROTOCOL, "An update" and "When the
 * primary fails"; traps C1 and C6). Once an attempt may have been carried out, only an answer or "unknown" is true: a later
 * refusal does not undo it. Owned by one thread at a time.
 */
public final class RetryState {
    /** The outcome of an attempt that brought no reply. */
    public enum AttemptFailure {
        /** The request certainly did not reach the ordering rules. */
        NOT_EXECUTED,
        /** It may or may not have been carried out. */
        UNKNOWN
    }

    private final RequestId id;
    private final boolean hasEffect;
    private boolean perhapsExecuted;
    private boolean underWay;

    public RetryState(RequestId id, Request request) {
        this.id = id;
        this.hasEffect = request.isUpdate();
    }

    /** An attempt begins; until it is complete, it may be carried out. */
    public void onSent() {
        underWay = true;
    }

    /**
     * Takes a back end's reply to the current attempt; returns the final one, or empty for another attempt. Only the primary
     * of the view answers in the view's epoch: what anybody else says of the outcome is not believed.
     *
     * @param epoch the epoch in which the back end has answered
     * @param routedBy the view by which the request was sent
     */
    public Optional<Reply> onReply(Reply reply, long epoch, View routedBy) {
        if (epoch != routedBy.epoch() && !(reply instanceof Reply.NotPrimary)) {
            onFailure(AttemptFailure.UNKNOWN);
            return Optional.empty();
        }
        return onReply(reply);
    }

    /** Takes a reply to the current attempt, or the front end's own; returns the final one, or empty for another attempt. */
    public Optional<Reply> onReply(Reply reply) {
        underWay = false;
        return reply.accept(new FinalReply());
    }

    /** A reply to a copy of the request as the client may get it. */
    private final class FinalReply implements Reply.Visitor<Optional<Reply>> {
        @Override
        public Optional<Reply> visit(Reply.Answered answered) {
            return Optional.of(answered);
        }

        @Override
        public Optional<Reply> visit(Reply.NotExecuted refused) {
            return perhapsExecuted ? Optional.empty() : Optional.of(refused);
        }

        @Override
        public Optional<Reply> visit(Reply.OutcomeUnknown unknown) {
            perhapsExecuted |= hasEffect;
            return Optional.empty();
        }

        @Override
        public Optional<Reply> visit(Reply.NotPrimary elsewhere) {
            return Optional.empty();
        }
    }

    /** The current attempt brought no reply: there will be another. */
    public void onFailure(AttemptFailure failure) {
        underWay = false;
        perhapsExecuted |= hasEffect && failure == AttemptFailure.UNKNOWN;
    }

    /** Whether an attempt has begun and is not complete. */
    public boolean isUnderWay() {
        return underWay;
    }

    /** The reply to the client when no time is left for another attempt. */
    public Reply onDeadline() {
        if (perhapsExecuted || (underWay && hasEffect)) {
            return new Reply.OutcomeUnknown(
                    "no answer in time to request %s; it may or may not have been carried out. Send it again with the same id: it takes effect only once"
                            .formatted(id));
        }
        return new Reply.NotExecuted(Cause.NO_PRIMARY, "no primary answered in time");
    }
}
