package justhungry.backend.replication;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.codec.Limits;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendResponse;
import org.jspecify.annotations.Nullable;

/**
 * The state of a primary: it pushes entries to every peer, commits what every in-sync member has, keeps the in-sync set
 * up to date, and confirms reads. It begins to serve when its opening entry is committed: by then every in-sync log is
 * equal to its own.
 */
final class PrimaryState {
    /** The pause before a member that has refused is called again: it may be about to learn the view. */
    private static final Duration REFUSAL_PAUSE = Duration.ofMillis(20);

    private final Member self;
    private final DurableLog log;
    private final CommitTracker commitTracker;
    private final ReplicationConfig config;
    private final CallIds calls;
    private final ReplicaTracker peers;
    private final ViewChange viewChange;
    private final ReadIndex reads;
    private List<Effect> effects;
    private View view;
    private Duration lastTick;

    /** The index of this primary's opening entry; {@code Long.MAX_VALUE} until it is decided. */
    private long openingIndex = Long.MAX_VALUE;

    PrimaryState(
            Member self,
            DurableLog log,
            CommitTracker commitTracker,
            ReplicationConfig config,
            CallIds calls,
            View view,
            Duration now,
            List<Effect> effects) {
        this.self = self;
        this.log = log;
        this.commitTracker = commitTracker;
        this.config = config;
        this.calls = calls;
        this.view = view;
        this.effects = effects;
        this.lastTick = now;
        this.peers = new ReplicaTracker(self, view, log.lastIndex() + 1, now);
        this.viewChange = new ViewChange(self, config);
        this.reads = new ReadIndex();
    }

    /** Sets the list for the effects of the next event. */
    void writeTo(List<Effect> next) {
        effects = next;
    }

    boolean isServing() {
        return commitTracker.committedIndex() >= openingIndex;
    }

    boolean isReadyForBatch(Duration now) {
        return isServing()
                && log.lastIndex() == commitTracker.committedIndex()
                && shortage(now).isEmpty();
    }

    Optional<String> shortage(Duration now) {
        return viewChange.shortage(view, peers, now);
    }

    boolean isProposed(View seen) {
        return viewChange.isProposed(seen);
    }

    void onRegistered(List<Member> registered, Duration now) {
        peers.onRegistered(registered, view, viewChange.proposed(), log.lastIndex() + 1, now);
    }

    void onDecided(byte[] payload, Duration now) {
        long index = log.lastIndex() + 1;
        var entry = Entry.of(index, view.epoch(), log.checksumAt(log.lastIndex()), payload);
        if (openingIndex == Long.MAX_VALUE) {
            openingIndex = index;
        }
        for (var peer : peers.all()) {
            if (peer.mayBeCalled(now) && peer.nextIndex() == index) {
                send(peer, List.of(entry), now);
            }
        }
        effects.add(new Effect.StoreEntries(List.of(entry)));
    }

    void onReads(long ticket, Duration now) {
        reads.await(ticket);
        sendWhereIdle(now);
        serveReads(now);
    }

    void onAnswer(Member from, long call, AppendResponse answer, Duration now) {
        var peer = awaiting(from, call);
        if (peer != null) {
            answer.accept(new AnswerHandler(peer, now));
        }
    }

    private @Nullable ReplicaProgress awaiting(Member from, long call) {
        return peers.find(from).filter(peer -> peer.awaits(call)).orElse(null);
    }

    void onNoAnswer(Member from, long call, Duration now) {
        var peer = awaiting(from, call);
        if (peer != null) {
            peer.endCall();
            advance(now);
        }
    }

    void onEnded(Member from, long call, Duration now) {
        var peer = awaiting(from, call);
        if (peer != null) {
            peer.onEnded();
            advance(now);
        }
    }

    void onTick(Duration now) {
        discountLateness(now);
        for (var peer : peers.all()) {
            if (peer.isOverdue(now, config.silenceTimeout())) {
                peer.abandon(now.plus(config.rejoinDelay()));
                effects.add(new Effect.CancelCall(peer.member()));
            }
        }
        viewChange.onTick(now, effects);
        advance(now);
    }

    /** A tick that is late: this process was stopped, or its disk, or its machine, is slow. That says nothing of the others. */
    private void discountLateness(Duration now) {
        var late = now.minus(lastTick).minus(config.heartbeatInterval());
        if (!late.isNegative()) {
            peers.all().forEach(peer -> peer.discount(late, now));
        }
        lastTick = now;
    }

    /** Continues with another in-sync set: the proposed view was accepted. */
    void continueWith(View next, Duration now) {
        view = next;
        viewChange.onAccepted();
        peers.all().forEach(ReplicaProgress::onNewView);
        advance(now);
    }

    void onProposalLost(Duration now) {
        viewChange.proposeAgain(now);
    }

    void onRegisterConfirmed(long ticket) {
        reads.onRegisterConfirmed(ticket);
        if (isServing()) {
            reads.serve(required(), effects);
        }
    }

    void onRegisterUnanswered() {
        reads.onRegisterUnanswered();
    }

    /**
     * The end of every event: commits what can be, proposes a view if one is due, serves reads, sends what is waiting.
     */
    private void advance(Duration now) {
        commit();
        viewChange.propose(view, peers, joinableFrom(), now, effects);
        serveReads(now);
        sendWhereIdle(now);
    }

    /**
     * Commits what every required member has: those of the in-sync set and, while a view is proposed, of that one too,
     * because either may be current by now. One member alone commits nothing.
     */
    private void commit() {
        if (view.inSync().size() < View.MIN_IN_SYNC) {
            return;
        }
        long everywhere = log.lastIndex();
        for (var peer : required()) {
            everywhere = Math.min(everywhere, peer.matchIndex());
        }
        commitTracker.commitThrough(everywhere, effects);
        commitTracker.compact(compactableIndex(), effects);
    }

    private List<ReplicaProgress> required() {
        return peers.of(view, viewChange.proposed());
    }

    /**
     * The index up to which a member must have the log to enter the in-sync set: it covers all that may have been
     * acknowledged. Before this primary serves, that is its opening entry, because it cannot know which of the earlier
     * entries were acknowledged.
     */
    private long joinableFrom() {
        return isServing() ? commitTracker.committedIndex() : openingIndex;
    }

    private void serveReads(Duration now) {
        if (!isServing()) {
            return;
        }
        var required = required();
        reads.serve(required, effects);
        if (required.stream().anyMatch(peer -> peer.isSilent(now, config.silenceTimeout()))) {
            reads.queryRegister(effects);
        }
    }

    private void sendWhereIdle(Duration now) {
        for (var peer : peers.all()) {
            boolean hasWork = peer.nextIndex() <= log.lastIndex() || reads.wants(peer);
            boolean isDue = peer.isDue(now, config.heartbeatInterval()) || (hasWork && !peer.isUnreachable());
            if (peer.mayBeCalled(now) && isDue) {
                sendNext(peer, now);
            }
        }
    }

    private void sendNext(ReplicaProgress peer, Duration now) {
        if (peer.nextIndex() >= log.firstIndex()) {
            send(peer, log.read(peer.nextIndex(), Limits.ENTRIES_PER_APPEND, config.maxAppendBytes()), now);
        } else if (!view.isInSync(peer.member())) {
            long call = calls.next();
            peer.beginSnapshot(call, commitTracker.committedIndex(), now);
            effects.add(new Effect.SendSnapshot(peer.member(), call));
        } else {
            // It lost entries that it had acknowledged and the log no longer has: it must leave the set to catch up.
            peer.becomeUnreachable();
        }
    }

    private void send(ReplicaProgress peer, List<Entry> entries, Duration now) {
        long previous = peer.nextIndex() - 1;
        var bytes = new ArrayList<byte[]>(entries.size());
        entries.forEach(entry -> bytes.add(entry.bytes()));
        long call = calls.next();
        peer.beginAppend(call, reads.newestTicket(), previous + entries.size(), now);
        effects.add(new Effect.Send(
                peer.member(),
                call,
                new Append(
                        self,
                        view.epoch(),
                        previous,
                        log.epochAt(previous),
                        bytes,
                        commitTracker.committedIndex(),
                        compactableIndex())));
    }

    /**
     * The index up to which every in-sync member knows the entries to be committed, and no reachable peer that is catching up
     * needs them.
     */
    private long compactableIndex() {
        long applied = commitTracker.committedIndex();
        for (var peer : peers.all()) {
            if (view.isInSync(peer.member())) {
                applied = Math.min(applied, peer.appliedIndex());
            } else if (!peer.isUnreachable()) {
                applied = Math.min(applied, Math.max(0, peer.nextIndex() - 1));
            }
        }
        return applied;
    }

    /** The handler of a peer's answer to the call in progress. */
    private final class AnswerHandler implements AppendResponse.Visitor {
        private final ReplicaProgress peer;
        private final Duration now;

        AnswerHandler(ReplicaProgress peer, Duration now) {
            this.peer = peer;
            this.now = now;
        }

        @Override
        public void onAcknowledged(AppendResponse.Acknowledged acknowledged) {
            if (isImpossible(acknowledged)) {
                leaveAlone();
                return;
            }
            if (acknowledged.appliedIndex() > log.lastIndex()) {
                throw DivergedException.primaryIsBehind(peer.member(), acknowledged.appliedIndex(), log.lastIndex());
            }
            peer.onHeard(now);
            peer.onAcknowledged(acknowledged);
            endCall();
        }

        /**
         * Whether it acknowledges what was never sent to it, or has applied: that is no acknowledgement, and nothing follows
         * from it. But what an in-sync member has applied was committed, so then it is this primary that is old.
         */
        private boolean isImpossible(AppendResponse.Acknowledged acknowledged) {
            return acknowledged.appliedIndex() > log.lastIndex()
                    ? !view.isInSync(peer.member())
                    : acknowledged.matchIndex() > peer.sentThrough();
        }

        @Override
        public void onLogMismatch(AppendResponse.LogMismatch mismatch) {
            peer.onHeard(now);
            peer.onLogMismatch(mismatch, now.plus(REFUSAL_PAUSE));
            endCall();
        }

        /**
         * Only the register is believed, and asked. The epoch may be that of this primary's own proposal, if the member knows
         * of it first.
         */
        @Override
        public void onStaleEpoch(AppendResponse.StaleEpoch stale) {
            leaveAlone();
            if (stale.epoch() > view.epoch() && !viewChange.hasProposal(stale.epoch())) {
                effects.add(new Effect.LearnView());
            }
        }

        @Override
        public void onNotFollowed(AppendResponse.NotFollowed refusal) {
            leaveAlone();
        }

        /** For now it does not follow: as no answer, but it must not be called again and again without a pause. */
        private void leaveAlone() {
            peer.onRefused(now.plus(REFUSAL_PAUSE));
            advance(now);
        }

        @Override
        public void onChunkAccepted() {
            peer.onHeard(now);
        }

        @Override
        public void onNewerVersionNeeded(AppendResponse.NewerVersionNeeded refusal) {
            peer.onHeard(now);
            peer.onNewerVersionNeeded(now.plus(config.rejoinDelay()));
            endCall();
        }

        @Override
        public void onChunkRejected(AppendResponse.ChunkRejected rejection) {
            peer.onHeard(now);
            endCall();
        }

        private void endCall() {
            peer.endCall();
            advance(now);
        }
    }
}
