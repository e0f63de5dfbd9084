package justhungry.backend.ordering.state;

import java.util.Optional;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Response;
import justhungry.backend.ordering.state.UpdateResult.Refusal;

/**
 * The rule by which a request takes effect at most once, however often it arrives: invariant 6 of docs/protocol.md,
 * after RIFL (SOSP 2015, section 3).
 *
 * <p>A client sends its next request only when it has the answer to the last one. So its last reply is enough:
 * <ul>
 *   <li>the sequence of that reply again, with the same content: the first reply, and no change;
 *   <li>the same sequence with another content: a refusal, and never the other request's answer;
 *   <li>a lower sequence: a late copy of a request that was answered long ago: a refusal;
 *   <li>a higher sequence: a new request.
 * </ul>
 *
 * <p>If a client has no kept reply, either none of its requests was ever carried out, or its reply was forgotten. A
 * request carries the highest revision that its client had seen before it first sent it. The entry in which a request
 * is carried out follows every entry that any client had seen before the request was sent, so its revision is higher
 * than the one seen. If the reply to it, or to a later request of the client, was forgotten, the highest forgotten
 * revision is at least as high. So a request that has seen more than the highest forgotten revision was never carried
 * out, and is decided. One that has seen less may have been carried out, and only the user's orders can tell: it is
 * refused, and so, to be safe, is one that has seen exactly as much. While nothing was forgotten, every request is
 * decided.
 */
public final class AtMostOnce {
    private final ShopState state;
    private final long epoch;
    private final long index;

    /**
     * Decides against the state with the time of the batch and its staged changes so far.
     *
     * @param epoch of the refusals that are made here, which are not kept
     * @param index their revision
     */
    public AtMostOnce(ShopState state, long epoch, long index) {
        this.state = state;
        this.epoch = epoch;
        this.index = index;
    }

    /** The answer to a request that must not be carried out; empty for a new one. */
    public Optional<Reply.Answered> answerWithoutDeciding(Envelope envelope, ContentDigest content) {
        var kept = state.replies().of(envelope.id().client());
        if (kept.isEmpty()) {
            return refusalWhenForgotten(envelope);
        }
        long sequence = kept.get().sequence();
        if (envelope.id().sequence() > sequence) {
            return Optional.empty();
        }
        if (envelope.id().sequence() < sequence) {
            return refused(
                    RefusalReason.EXPIRED, "this client already has the answer to a later request; check your orders");
        }
        return kept.get().content().equals(content)
                ? Optional.of(kept.get().answer(state))
                : refused(RefusalReason.INVALID, "this request id was used for another request; send it with a new id");
    }

    private Optional<Reply.Answered> refusalWhenForgotten(Envelope envelope) {
        long forgotten = state.replies().forgottenRevision();
        return forgotten > 0 && envelope.seenRevision() <= forgotten
                ? refused(
                        RefusalReason.EXPIRED,
                        "this request may have been carried out so long ago that its answer was forgotten;"
                                + " check your orders, and send it again only if it is not among them")
                : Optional.empty();
    }

    private Optional<Reply.Answered> refused(RefusalReason reason, String message) {
        Response refusal = new Refusal(reason, message).response();
        return Optional.of(
                new Reply.Answered(epoch, index, state.replies().lastUpdateNumber(), refusal, state.decidedAt()));
    }
}
