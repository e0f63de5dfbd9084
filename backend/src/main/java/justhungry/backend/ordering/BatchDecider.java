package justhungry.backend.ordering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.backend.ordering.command.Command;
import justhungry.backend.ordering.state.AtMostOnce;
import justhungry.backend.ordering.state.Change;
import justhungry.backend.ordering.state.ContentDigest;
import justhungry.backend.ordering.state.EntryPayload;
import justhungry.backend.ordering.state.ReplyRecordedChange;
import justhungry.backend.ordering.state.RequestContent;
import justhungry.backend.ordering.state.ShopState;
import justhungry.backend.ordering.table.StagedTables;

/** The decider of one batch: each update is decided against the state with the changes of those before it. */
final class BatchDecider {
    /**
     * The old replies that are forgotten for a new one, at most: two, so that a window that was made smaller shrinks
     * soon, but no entry has to forget a million.
     */
    private static final int MAX_FORGOTTEN_PER_UPDATE = 2;

    private final StagedTables staged;
    private final ShopState state;
    private final long index;
    private final int keptReplies;
    private final AtMostOnce atMostOnce;
    private final List<Change> changes = new ArrayList<>();

    BatchDecider(StagedTables staged, long epoch, long index, Instant decidedAt, int keptReplies) {
        this.staged = staged;
        this.state = new ShopState(staged, epoch, index);
        state.decideAt(decidedAt);
        this.index = index;
        this.keptReplies = keptReplies;
        this.atMostOnce = new AtMostOnce(state, epoch, index);
    }

    BatchDecision decide(List<Envelope> updates) {
        var replies = updates.stream().map(this::decide).toList();
        return new BatchDecision(index, EntryPayload.decided(changes, state.decidedAt()), replies, staged);
    }

    private Reply.Answered decide(Envelope envelope) {
        var command = Command.of(envelope);
        var content = new RequestContent(envelope.user(), envelope.request()).digest();
        return atMostOnce.answerWithoutDeciding(envelope, content).orElseGet(() -> decide(envelope, command, content));
    }

    private Reply.Answered decide(Envelope envelope, Command command, ContentDigest content) {
        var decision = command.decide(state);
        decision.changes().forEach(this::apply);
        var id = envelope.id();
        var recorded = new ReplyRecordedChange(id.client(), id.sequence(), toForget(), content, decision.result());
        var reply = recorded.reply(state);
        apply(recorded);
        return reply.answer(state);
    }

    private int toForget() {
        long tooMany = state.replies().windowSize() + 1 - keptReplies;
        return (int) Math.max(0, Math.min(tooMany, MAX_FORGOTTEN_PER_UPDATE));
    }

    private void apply(Change change) {
        change.applyTo(state);
        changes.add(change);
    }
}
