package justhungry.backend.replication;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.codec.Limits;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendAnswer;
import org.jspecify.annotations.Nullable;

/**
 * The state of a primary: it pushes entries to every peer, commits what every in-sync member has, keeps the in-sync set
 * up to date, and confirms reads. It begins to serve when its opening entry is committed: by then every in-sync log is
 * equal to its own.
 */
final class Primary {
    private final Member self;
    private final DurableLog log;
    private final Progress progress;
    private final Tuning tuning;
    private final CallNumbers calls;
    private final Peers peers;
    private final ViewChange change;
    private final ReadConfirmation reads;
    private List<Effect> effects;
    private View view;

    /** The index of this primary's opening entry; {@code Long.MAX_VALUE} until it is decided. */
    private long openingIndex = Long.MAX_VALUE;

    Primary(
            Member self,
            DurableLog log,
            Progress commitTracker,
            Tuning config,
            CallNumbers calls,
            View view,
            Duration now,
            List<Effect> effects) {
        this.self = self;
        this.log = log;
        this.progress = commitTracker;
        this.tuning = config;
        this.calls = calls;
        this.view = view;
        this.effects = effects;
        this.peers = new Peers(self, view, log.lastIndex() + 1, now);
        this.change = new ViewChange(self, config);
        this.reads = new ReadConfirmation();
    }

    /** Sets the list for the effects of the next event. */
    void writeTo(List<Effect> next) {
        effects = next;
    }

    boolean isServing() {
        return progress.committedIndex() >= openingIndex;
    }

    boolean isReadyForBatch(Duration now) {
        return isServing()
                && log.lastIndex() == progress.committedIndex()
                && shortage(now).isEmpty();
    }

    Optional<String> shortage(Duration now) {
        return change.shortage(view, peers, now);
    }

    boolean isProposed(View seen) {
        return change.isProposed(seen);
    }

    boolean hasProposal(long epoch) {
        return change.hasProposal(epoch);
    }

    void onRegistered(List<Member> registered, Duration now) {
        peers.onRegistered(registered, view, change.proposed(), log.lastIndex() + 1, now);
    }

    void onDecided(byte[] payload, Duration now) {
        long index = log.lastIndex() + 1;
        var entry = Entry.of(index, view.epoch(), log.checksumAt(log.lastIndex()), payload);
        if (openingIndex == Long.MAX_VALUE) {
            openingIndex = index;
        }
        for (var peer : peers.all()) {
            if (!peer.awaitsAnswer && peer.nextIndex == index) {
                send(peer, List.of(entry), now);
            }
        }
        effects.add(new Effect.Store(List.of(entry)));
    }

    void onReads(long ticket, Duration now) {
        reads.await(ticket);
        sendWhereIdle(now);
        serveReads(now);
    }

    void onAnswer(Member from, long call, AppendAnswer answer, Duration now) {
        var peer = awaiting(from, call);
        if (peer == null) {
            return;
        }
        peer.heard(now);
        if (answer instanceof AppendAnswer.PieceKept) {
            return;
        }
        if (answer instanceof AppendAnswer.Acknowledged acknowledged) {
            onAcknowledged(peer, acknowledged);
        } else if (answer instanceof AppendAnswer.NeedsEarlier needs) {
            onNeedsEarlier(peer, needs);
        }
        peer.endCall();
        goOn(now);
    }

    private @Nullable Peer awaiting(Member from, long call) {
        return peers.find(from).filter(peer -> peer.awaits(call)).orElse(null);
    }

    private void onAcknowledged(Peer peer, AppendAnswer.Acknowledged acknowledged) {
        if (acknowledged.appliedIndex() > log.lastIndex()) {
            throw DivergedException.primaryIsBehind(peer.member, acknowledged.appliedIndex(), log.lastIndex());
        }
        peer.matchIndex = acknowledged.matchIndex();
        peer.nextIndex = acknowledged.matchIndex() + 1;
        peer.appliedIndex = acknowledged.appliedIndex();
        peer.confirmedTicket = peer.sentTicket;
    }

    private static void onNeedsEarlier(Peer peer, AppendAnswer.NeedsEarlier needs) {
        peer.nextIndex = Math.min(needs.lastIndex() + 1, peer.nextIndex);
        peer.matchIndex = Math.min(peer.matchIndex, Math.max(0, needs.lastIndex()));
    }

    void onNoAnswer(Member from, long call, boolean ended, Duration now) {
        var peer = awaiting(from, call);
        if (peer != null) {
            peer.endCall();
            peer.unreachable = peer.unreachable || ended;
            goOn(now);
        }
    }

    void onTick(Duration now) {
        for (var peer : peers.all()) {
            if (peer.isOverdue(now, tuning.silence())) {
                peer.giveUp();
                peer.mayJoinFrom = now.plus(tuning.rejoin());
                effects.add(new Effect.BreakOff(peer.member));
            }
        }
        change.onTick(now, effects);
        goOn(now);
    }

    /** Continues with another in-sync set: the proposed view was accepted. */
    void continueWith(View next, Duration now) {
        view = next;
        change.settled();
        goOn(now);
    }

    void onProposalLost(Duration now) {
        change.proposeAgain(now);
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
    private void goOn(Duration now) {
        commit();
        change.propose(view, peers, joinableFrom(), now, effects);
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
            everywhere = Math.min(everywhere, peer.matchIndex);
        }
        progress.commitThrough(everywhere, effects);
        progress.compact(compactableIndex(), effects);
    }

    private List<Peer> required() {
        return peers.of(view, change.proposed());
    }

    /**
     * The index up to which a member must have the log to enter the in-sync set: it covers all that may have been
     * acknowledged. Before this primary serves, that is its opening entry, because it cannot know which of the earlier
     * entries were acknowledged.
     */
    private long joinableFrom() {
        return isServing() ? progress.committedIndex() : openingIndex;
    }

    private void serveReads(Duration now) {
        if (!isServing()) {
            return;
        }
        var required = required();
        reads.serve(required, effects);
        if (required.stream().anyMatch(peer -> peer.isSilent(now, tuning.silence()))) {
            reads.askRegister(effects);
        }
    }

    private void sendWhereIdle(Duration now) {
        for (var peer : peers.all()) {
            if (peer.awaitsAnswer) {
                continue;
            }
            boolean isDue = now.minus(peer.lastSent).compareTo(tuning.heartbeat()) >= 0;
            boolean hasWork = peer.nextIndex <= log.lastIndex() || reads.wants(peer);
            if (isDue || (hasWork && !peer.unreachable)) {
                sendNext(peer, now);
            }
        }
    }

    private void sendNext(Peer peer, Duration now) {
        if (peer.nextIndex >= log.firstIndex()) {
            send(peer, log.read(peer.nextIndex, Limits.ENTRIES_PER_APPEND, tuning.appendBytes()), now);
        } else if (!view.isInSync(peer.member)) {
            // The snapshot contains the committed entries; those after them must stay in the log until they are sent.
            peer.nextIndex = progress.committedIndex() + 1;
            effects.add(new Effect.SendSnapshot(peer.member, peer.beginCall(calls.next(), now)));
        } else {
            // It lost entries that it had acknowledged and the log no longer has: it must leave the set to catch up.
            peer.unreachable = true;
        }
    }

    private void send(Peer peer, List<Entry> entries, Duration now) {
        long previous = peer.nextIndex - 1;
        var bytes = new ArrayList<byte[]>(entries.size());
        entries.forEach(entry -> bytes.add(entry.bytes()));
        long call = peer.beginCall(calls.next(), now);
        peer.sentTicket = reads.newestTicket();
        effects.add(new Effect.Send(
                peer.member,
                call,
                new Append(
                        self,
                        view.epoch(),
                        previous,
                        log.epochAt(previous),
                        bytes,
                        progress.committedIndex(),
                        compactableIndex())));
    }

    /**
     * The index up to which every in-sync member has applied, and no reachable peer that is catching up needs entries.
     */
    private long compactableIndex() {
        long applied = progress.committedIndex();
        for (var peer : peers.all()) {
            if (view.isInSync(peer.member)) {
                applied = Math.min(applied, peer.appliedIndex);
            } else if (!peer.unreachable) {
                applied = Math.min(applied, Math.max(0, peer.nextIndex - 1));
            }
        }
        return applied;
    }
}
