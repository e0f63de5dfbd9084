package justhungry.backend.node;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendAnswer;
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.BackendStatus.Role;
import justhungry.api.replication.SnapshotPiece;
import justhungry.api.shop.Request;
import justhungry.backend.ordering.Ordering;
import justhungry.backend.replication.Effect;
import justhungry.backend.replication.Entry;
import justhungry.backend.replication.Replication;
import justhungry.backend.replication.Tuning;
import justhungry.backend.storage.Store;
import org.jspecify.annotations.Nullable;

/**
 * One back end without its threads: replication, ordering and storage together. One thread owns it; every event carries
 * the time, a duration since any fixed moment. Call {@link #flush} after each group of events.
 */
public final class Node implements Effect.Outside {
    /** The most updates of one batch. */
    static final int UPDATES_PER_BATCH = 256;

    /** The most stored entries that are cached until they are applied; others are read from the log again. */
    private static final int ENTRIES_AT_HAND = 1_024;

    private final Store store;
    private final Ordering ordering;
    private final Links links;
    private final Replication replication;
    private final Requests requests = new Requests();
    private final TreeMap<Long, Entry> atHand = new TreeMap<>();
    private Duration now = Duration.ZERO;
    private @Nullable Consumer<AppendAnswer> answering;

    public Node(Store store, Ordering ordering, Links transport, Tuning config) {
        this.store = store;
        this.ordering = ordering;
        this.links = transport;
        this.replication =
                new Replication(store.member(), store.log(), store.tables().appliedIndex(), config);
    }

    /** Takes a request. Its reply goes to {@code answer}: later, or at once when this is not the primary. */
    public void onRequest(Envelope envelope, Consumer<Reply> answer, Duration at) {
        if (replication.role() == Role.REPLICA) {
            answer.accept(new Reply.NotPrimary(replication.view()));
        } else {
            requests.add(new Waiting(envelope, at, answer));
        }
    }

    public void onAppend(Append append, Consumer<AppendAnswer> answer, Duration at) {
        answering = answer;
        carryOut(replication.onAppend(append), at);
    }

    public void onPiece(SnapshotPiece chunk, Consumer<AppendAnswer> answer, Duration at) {
        answering = answer;
        carryOut(replication.onPiece(chunk), at);
    }

    /** The name server belongs to this cluster; a back end without a cluster joins it. */
    public void onCluster(UUID cluster) {
        if (store.cluster().equals(BackendRegistration.NO_CLUSTER)) {
            store.joinCluster(cluster);
        }
    }

    public void onView(View view, Duration at) {
        carryOut(replication.onView(view, at), at);
    }

    public void onRegistered(List<Member> registered, Duration at) {
        carryOut(replication.onRegistered(registered, at), at);
    }

    public void onAnswer(Member from, long call, AppendAnswer answer, Duration at) {
        carryOut(replication.onAnswer(from, call, answer, at), at);
    }

    public void onNoAnswer(Member from, long call, Duration at) {
        carryOut(replication.onNoAnswer(from, call, at), at);
    }

    public void onEnded(Member from, long call, Duration at) {
        carryOut(replication.onEnded(from, call, at), at);
    }

    public void onProposalAnswered(View current, Duration at) {
        carryOut(replication.onProposalAnswered(current, at), at);
    }

    public void onProposalUnanswered(Duration at) {
        carryOut(replication.onProposalUnanswered(at), at);
    }

    public void onRegisterAnswered(long ticket, View current, Duration at) {
        carryOut(replication.onRegisterAnswered(ticket, current, at), at);
    }

    public void onRegisterUnanswered(Duration at) {
        carryOut(replication.onRegisterUnanswered(), at);
    }

    public void onTick(Duration at) {
        carryOut(replication.onTick(at), at);
        requests.expire(at);
    }

    /** Decides the next batch if it may, and begins to confirm the waiting reads. */
    public void flush(Duration at) {
        replication.shortage(at).ifPresent(requests::refuseUpdates);
        if (requests.hasUpdates() && replication.isReadyForBatch(at)) {
            decide(at);
        }
        if (requests.hasNewReads()) {
            carryOut(replication.onReads(requests.takeTicket(), at), at);
        }
    }

    public BackendStatus status() {
        var log = store.log();
        return new BackendStatus(
                store.member(),
                replication.role(),
                log.epoch(),
                log.lastIndex(),
                log.epochAt(log.lastIndex()),
                replication.committedIndex(),
                store.tables().appliedIndex(),
                replication.view(),
                ordering.storedOrders());
    }

    private void decide(Duration at) {
        var batch = requests.takeBatch(UPDATES_PER_BATCH);
        long index = store.log().lastIndex() + 1;
        var envelopes = batch.stream().map(Waiting::envelope).toList();
        var decision = ordering.decide(envelopes, store.log().epoch(), index);
        requests.decided(batch, decision, index);
        carryOut(replication.onDecided(decision.payload(), at), at);
    }

    private void carryOut(List<Effect> effects, Duration at) {
        now = at;
        for (var effect : effects) {
            effect.carryOut(this);
        }
    }

    @Override
    public void send(Member to, long call, Append append) {
        links.send(to, call, append);
    }

    @Override
    public void sendSnapshot(Member to, long call) {
        links.sendSnapshot(to, call, store.log().epoch(), store.snapshot());
    }

    @Override
    public void breakOff(Member to) {
        links.breakOff(to);
    }

    @Override
    public void store(List<Entry> entries) {
        store.log().append(entries);
        for (var entry : entries) {
            atHand.put(entry.index(), entry);
        }
        while (atHand.size() > ENTRIES_AT_HAND) {
            atHand.pollFirstEntry();
        }
    }

    @Override
    public void cutLog(long afterIndex) {
        store.log().cutAfter(afterIndex);
        atHand.tailMap(afterIndex, false).clear();
    }

    @Override
    public void compactLog(long throughIndex) {
        store.log().compactThrough(throughIndex);
    }

    @Override
    public void saveEpoch(long epoch) {
        store.log().saveEpoch(epoch);
    }

    @Override
    public void answer(AppendAnswer answer) {
        var waiting = answering;
        answering = null;
        if (waiting != null) {
            waiting.accept(answer);
        }
    }

    @Override
    public void apply(long throughIndex) {
        for (long index = store.tables().appliedIndex() + 1; index <= throughIndex; index++) {
            if (requests.isDecided(index)) {
                requests.answerDecided(); // It is committed: the callers need not wait until it is applied.
                ordering.commitDecided(index);
            } else {
                ordering.apply(index, entryAt(index).payload());
            }
        }
        atHand.headMap(throughIndex, true).clear();
    }

    private Entry entryAt(long index) {
        var known = atHand.get(index);
        return known != null ? known : store.log().read(index, 1, 1).get(0);
    }

    @Override
    public void beginSnapshot(long index, long epoch, int checksum) {
        atHand.clear();
        store.beginSnapshot(index, epoch, checksum);
    }

    @Override
    public void addRows(List<byte[]> rows) {
        store.addRows(rows);
    }

    @Override
    public void finishSnapshot() {
        store.finishSnapshot();
    }

    @Override
    public void openEpoch() {
        carryOut(replication.onDecided(ordering.openingPayload(), now), now);
    }

    @Override
    public void propose(View expected, View next) {
        links.propose(expected, next);
    }

    @Override
    public void askRegister(long ticket) {
        links.askRegister(ticket);
    }

    @Override
    public void serveReads(long throughTicket) {
        requests.answerReads(throughTicket, this::read);
    }

    private Reply read(Envelope envelope) {
        var response = ordering.read(envelope.user(), (Request.Read) envelope.request());
        return new Reply.Answered(store.log().epoch(), store.tables().appliedIndex(), ordering.lastTurn(), response);
    }

    @Override
    public void roleChanged(Role role, String why) {
        if (role == Role.REPLICA) {
            if (requests.hasDecided()) {
                ordering.discardDecided();
            }
            requests.abandon(replication.view());
        } else if (role == Role.RECONCILING) {
            requests.confirmAgain();
        }
        links.roleChanged(role, store.log().epoch(), store.log().lastIndex(), why);
    }
}
