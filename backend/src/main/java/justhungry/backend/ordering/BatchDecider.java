package justhungry.backend.ordering;

import java.util.ArrayList;
import java.util.List;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.backend.ordering.command.Command;
import justhungry.backend.ordering.state.AtMostOnce;
import justhungry.backend.ordering.state.Change;
import justhungry.backend.ordering.state.Digest;
import justhungry.backend.ordering.state.KeptReply;
import justhungry.backend.ordering.state.OrderingState;
import justhungry.backend.ordering.state.ReplyKept;

/** The decider of one batch: each update is decided against the state with the changes of those before it. */
final class BatchDecider {
    /**
     * The old replies that are forgotten for a new one, at most: two, so that a window that was made smaller shrinks
     * soon, but no entry has to forget a million.
     */
    private static final int FORGOTTEN_AT_ONCE = 2;

    private final OrderingState state;
    private final long epoch;
    private final long index;
    private final int keptReplies;
    private final AtMostOnce atMostOnce;
    private final List<Change> changes = new ArrayList<>();

    BatchDecider(OrderingState state, long epoch, long index, int keptReplies) {
        this.state = state;
        this.epoch = epoch;
        this.index = index;
        this.keptReplies = keptReplies;
        this.atMostOnce = new AtMostOnce(state, epoch, index);
    }

    Decision decide(List<Envelope> updates) {
        var replies = updates.stream().map(this::decide).toList();
        return new Decision(Change.encode(changes), replies);
    }

    private Reply.Answered decide(Envelope envelope) {
        var command = Command.of(envelope);
        var content = command.content();
        return atMostOnce.answerWithoutDeciding(envelope, content).orElseGet(() -> decide(envelope, command, content));
    }

    private Reply.Answered decide(Envelope envelope, Command command, Digest content) {
        var decision = command.decide(state);
        decision.changes().forEach(this::carryOut);
        long updateNumber = state.replies().lastTurn() + 1;
        var reply = new KeptReply(envelope.id().sequence(), content, epoch, index, updateNumber, decision.outcome());
        carryOut(new ReplyKept(envelope.id().client(), reply, toForget()));
        return reply.answer(state);
    }

    private int toForget() {
        long tooMany = state.replies().windowSize() + 1 - keptReplies;
        return (int) Math.max(0, Math.min(tooMany, FORGOTTEN_AT_ONCE));
    }

    private void carryOut(Change change) {
        change.applyTo(state);
        changes.add(change);
    }
}
