package justhungry.backend.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import justhungry.api.Envelope;
import justhungry.api.Reply;
import justhungry.api.Reply.Cause;
import justhungry.api.Request;
import justhungry.api.View;
import justhungry.backend.ordering.Decision;

/**
 * The requests that a primary has taken in: updates that wait for a batch, the batch that was decided and is not
 * committed yet, and reads that wait to be confirmed. Owned by the loop thread.
 */
final class Requests {
    /** After this nobody waits any more: the front end's own deadline has passed. */
    static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Deque<Waiting> updates = new ArrayDeque<>();
    private final Deque<Read> reads = new ArrayDeque<>();
    private List<Waiting> decided = List.of();
    private List<Reply.Answered> decidedReplies = List.of();
    private long decidedIndex;
    private long newestTicket;
    private boolean readsArrived;

    void add(Waiting waiting) {
        if (waiting.envelope().request() instanceof Request.Read) {
            reads.add(new Read(waiting, newestTicket + 1));
            readsArrived = true;
        } else {
            updates.add(waiting);
        }
    }

    /** A new confirmation has to begin: the tickets that were taken are forgotten. */
    void confirmAgain() {
        readsArrived = !reads.isEmpty();
    }

    boolean hasUpdates() {
        return !updates.isEmpty();
    }

    /** Whether reads have come that no ticket was taken for. */
    boolean hasNewReads() {
        return readsArrived;
    }

    /** Takes the ticket of the reads that have come since the last one. */
    long takeTicket() {
        readsArrived = false;
        return ++newestTicket;
    }

    /** Takes the updates of the next batch out of the queue, those that have waited longest. */
    List<Waiting> takeBatch(int most) {
        var batch = new ArrayList<Waiting>();
        while (batch.size() < most && !updates.isEmpty()) {
            batch.add(updates.remove());
        }
        return batch;
    }

    /** The batch was decided, and becomes the entry of that index. */
    void decided(List<Waiting> batch, Decision decision, long index) {
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

    /** The decided batch is committed: everybody in it is answered. */
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

    /** This back end is no longer primary: what was decided may yet come true, the rest was not carried out. */
    void abandon(View view) {
        decided.forEach(waiting -> waiting.reply(unknown(waiting)));
        decided = List.of();
        updates.forEach(waiting -> waiting.reply(new Reply.NotPrimary(view)));
        updates.clear();
        reads.forEach(read -> read.waiting().reply(new Reply.NotPrimary(view)));
        reads.clear();
        readsArrived = false;
    }

    /** Nothing can be carried out at present. What was decided goes on waiting: it may have reached another back end. */
    void refuseUpdates(String why) {
        updates.forEach(waiting -> waiting.reply(new Reply.NotExecuted(Cause.TOO_FEW_BACK_ENDS, why)));
        updates.clear();
    }

    /** Answers those who have waited too long. The decided batch stays decided; only its callers are told. */
    void expire(Duration now) {
        var deadline = now.minus(PATIENCE);
        var late = new Reply.NotExecuted(
                Cause.NO_PRIMARY, "the back ends did not get to the request in time; try again in a moment");
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

    private static Reply unknown(Waiting waiting) {
        return new Reply.OutcomeUnknown(
                "request %s may or may not have been carried out; send it again with the same id: it takes effect once"
                        .formatted(waiting.envelope().id()));
    }

    private record Read(Waiting waiting, long ticket) {}
}
