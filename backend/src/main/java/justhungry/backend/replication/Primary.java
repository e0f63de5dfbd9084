package justhungry.backend.replication;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import justhungry.api.Append;
import justhungry.api.AppendAnswer;
import justhungry.api.Limits;
import justhungry.api.Member;
import justhungry.api.View;
import org.jspecify.annotations.Nullable;

/**
 * A back end that was made primary: it pushes entries to every peer, commits what every in-sync member has, keeps the
 * in-sync set true, and confirms reads. It begins to serve when its opening entry is committed: by then every in-sync log
 * is equal to its own.
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

    /** The entry with which this primary began; {@code Long.MAX_VALUE} until it is decided. */
    private long openingIndex = Long.MAX_VALUE;

    Primary(
            Member self,
            DurableLog log,
            Progress progress,
            Tuning tuning,
            CallNumbers calls,
            View view,
            Duration now,
            List<Effect> effects) {
        this.self = self;
        this.log = log;
        this.progress = progress;
        this.tuning = tuning;
        this.calls = calls;
        this.view = view;
        this.effects = effects;
        this.peers = new Peers(self, view, log.lastIndex() + 1, now);
        this.change = new ViewChange(self, tuning);
        this.reads = new ReadConfirmation();
    }

    /** Where the effects of the next event go. */
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

    /** The proposed view was accepted: the same primary goes on with another in-sync set. */
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

    /** What every event ends with: commit what can be, keep the in-sync set true, serve reads, send what waits. */
    private void goOn(Duration now) {
        commit();
        change.propose(view, peers, joinableFrom(), now, effects);
        serveReads(now);
        sendWhereIdle(now);
    }

    /**
     * Commits what every member has that must: those of the in-sync set, and while a view is proposed those of that one
     * too, for either of them may be the current one by now. One member alone commits nothing.
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
     * A member may enter the in-sync set when it has all that may have been acknowledged. Before this primary serves,
     * that is everything up to its opening entry; it cannot know which of the entries before it were acknowledged.
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
            boolean hasNews = peer.nextIndex <= log.lastIndex() || reads.wants(peer);
            if (isDue || (hasNews && !peer.unreachable)) {
                sendNext(peer, now);
            }
        }
    }

    private void sendNext(Peer peer, Duration now) {
        if (peer.nextIndex >= log.firstIndex()) {
            send(peer, log.read(peer.nextIndex, Limits.ENTRIES_PER_APPEND, tuning.appendBytes()), now);
        } else if (!view.isInSync(peer.member)) {
            // The state is a snapshot of the committed entries; what follows them must stay in the log until it is
            // sent.
            peer.nextIndex = progress.committedIndex() + 1;
            effects.add(new Effect.SendSnapshot(peer.member, peer.beginCall(calls.next(), now)));
        } else {
            // It has lost what it had acknowledged, and what the log no longer holds: it must leave the set to be fed.
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

    /** What every in-sync member has applied, and no peer that is being fed, and answers, still needs. */
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
