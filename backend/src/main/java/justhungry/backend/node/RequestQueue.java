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

/**
 * The queue of a primary's requests: updates that wait for a batch, and reads that wait for confirmation. Owned by the
 * loop.
 */
public final class RequestQueue {
    private final Deque<QueuedRequest> updates = new ArrayDeque<>();
    private final Deque<QueuedRead> reads = new ArrayDeque<>();
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

    /** Answers the reads up to a ticket. */
    void answerReads(long throughTicket, Function<Envelope, Reply> answer) {
        while (!reads.isEmpty() && reads.peek().ticket() <= throughTicket) {
            var waiting = reads.remove().waiting();
            waiting.reply(answer.apply(waiting.envelope()));
        }
    }

    /** Answers all, because this back end is no longer primary: none of them was done. */
    void abandon(View view) {
        updates.forEach(waiting -> waiting.reply(new Reply.NotPrimary(view)));
        updates.clear();
        reads.forEach(read -> read.waiting().reply(new Reply.NotPrimary(view)));
        reads.clear();
        readsArrived = false;
    }

    /** Answers the waiting updates without carrying them out. */
    void answerUpdates(Function<Envelope, Reply> answer) {
        updates.forEach(waiting -> waiting.reply(answer.apply(waiting.envelope())));
        updates.clear();
    }

    /** Refuses the waiting updates, because there are too few back ends. */
    void refuseUpdates(String why) {
        answerUpdates(any -> new Reply.NotExecuted(Cause.TOO_FEW_BACK_ENDS, why));
    }

    /** Refuses the waiting reads, likewise. */
    void refuseReads(String why) {
        reads.forEach(read -> read.waiting().reply(new Reply.NotExecuted(Cause.TOO_FEW_BACK_ENDS, why)));
        reads.clear();
        readsArrived = false;
    }

    /** Answers the requests that have waited too long. */
    void expire(Duration now) {
        var late =
                new Reply.NotExecuted(Cause.NO_PRIMARY, "the request was not handled in time; try again in a moment");
        while (!updates.isEmpty() && updates.peek().isLate(now)) {
            updates.remove().reply(late);
        }
        while (!reads.isEmpty() && reads.peek().waiting().isLate(now)) {
            reads.remove().waiting().reply(late);
        }
    }

    private record QueuedRead(QueuedRequest waiting, long ticket) {}
}
