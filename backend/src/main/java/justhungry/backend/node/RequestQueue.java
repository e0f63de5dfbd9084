package justhungry.backend.node;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.client.Reply.Cause;
import justhungry.api.cluster.View;
import justhungry.api.shop.Request;
import justhungry.backend.ordering.BatchDecision;

/**
 * The queue of a primary's requests: updates that wait for a batch, the batch that was decided and is not committed
 * yet, and reads that wait for confirmation. Owned by the loop thread.
 */
public final class RequestQueue {
    /** The longest wait for a reply: the front end's own deadline has passed by then. */
    public static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(8);

    private final Deque<QueuedRequest> updates = new ArrayDeque<>();
    private final Deque<QueuedRead> reads = new ArrayDeque<>();
    private List<QueuedRequest> decided = List.of();
    private List<Reply.Answered> decidedReplies = List.of();
    private long decidedIndex;
    private long newestTicket;
    private boolean readsArrived;

    void add(QueuedRequest waiting) {
        if (waiting.envelope().request() instanceof Request.Read) {
            reads.add(new QueuedRead(waiting, newestTicket + 1));
            readsArrived = true;
        } else {
            updates.add(waiting);
        }
    }

    /** Begins the confirmation of all reads anew: the tickets that were taken are void. */
    void confirmAgain() {
        readsArrived = !reads.isEmpty();
    }

    boolean hasUpdates() {
        return !updates.isEmpty();
    }

    /** Whether reads have arrived since the last ticket was taken. */
    boolean hasNewReads() {
        return readsArrived;
    }

    /** Takes the ticket of the reads that have arrived since the last one. */
    long takeTicket() {
        readsArrived = false;
        return ++newestTicket;
    }

    /** Takes the updates of the next batch out of the queue, the oldest first. */
    List<QueuedRequest> takeBatch(int maxUpdates) {
        var batch = new ArrayList<QueuedRequest>();
        while (batch.size() < maxUpdates && !updates.isEmpty()) {
            batch.add(updates.remove());
        }
        return batch;
    }

    /** Keeps the batch that was decided, and becomes the entry of that index. */
    void decided(List<QueuedRequest> batch, BatchDecision decision, long index) {
        decided = batch;
        decidedReplies = decision.replies();
        decidedIndex = index;
    }

    boolean isDecided(long index) {
        return !decided.isEmpty() && decidedIndex == index;
    }

    boolean hasDecided() {
        return !decided.isEmpty();
    }

    /** Answers the requests of the decided batch: it is committed. */
    void answerDecided() {
        for (int i = 0; i < decided.size(); i++) {
            decided.get(i).reply(decidedReplies.get(i));
        }
        decided = List.of();
    }

    /** Answers the reads up to a ticket. */
    void answerReads(long throughTicket, Function<Envelope, Reply> answer) {
        while (!reads.isEmpty() && reads.peek().ticket() <= throughTicket) {
            var waiting = reads.remove().waiting();
            waiting.reply(answer.apply(waiting.envelope()));
        }
    }

    /**
     * Answers all, because this back end is no longer primary. The decided batch may yet be committed; the rest was not
     * done.
     */
    void abandon(View view) {
        decided.forEach(waiting -> waiting.reply(unknown(waiting)));
        decided = List.of();
        updates.forEach(waiting -> waiting.reply(new Reply.NotPrimary(view)));
        updates.clear();
        reads.forEach(read -> read.waiting().reply(new Reply.NotPrimary(view)));
        reads.clear();
        readsArrived = false;
    }

    /** Refuses the waiting updates. The decided batch keeps waiting: it may have reached another back end. */
    void refuseUpdates(String why) {
        updates.forEach(waiting -> waiting.reply(new Reply.NotExecuted(Cause.TOO_FEW_BACK_ENDS, why)));
        updates.clear();
    }

    /**
     * Answers the requests that have waited too long. The decided batch stays decided; only its callers are answered.
     */
    void expire(Duration now) {
        var deadline = now.minus(REQUEST_TIMEOUT);
        var late =
                new Reply.NotExecuted(Cause.NO_PRIMARY, "the request was not handled in time; try again in a moment");
        while (!updates.isEmpty() && updates.peek().since().compareTo(deadline) < 0) {
            updates.remove().reply(late);
        }
        while (!reads.isEmpty() && reads.peek().waiting().since().compareTo(deadline) < 0) {
            reads.remove().waiting().reply(late);
        }
        decided.stream()
                .filter(waiting -> waiting.since().compareTo(deadline) < 0)
                .forEach(waiting -> waiting.reply(unknown(waiting)));
    }

    private static Reply unknown(QueuedRequest waiting) {
        return new Reply.OutcomeUnknown(
                "request %s may or may not have been carried out; send it again with the same id: it takes effect only once"
                        .formatted(waiting.envelope().id()));
    }

    private record QueuedRead(QueuedRequest waiting, long ticket) {}
}
