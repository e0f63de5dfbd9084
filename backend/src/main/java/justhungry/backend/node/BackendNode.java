package justhungry.backend.node;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.client.Reply.Cause;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.DataAge;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendResponse;
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.BackendStatus.BackendRole;
import justhungry.api.replication.SnapshotChunk;
import justhungry.api.shop.Request;
import justhungry.backend.ordering.Ordering;
import justhungry.backend.replication.Effect;
import justhungry.backend.replication.Entry;
import justhungry.backend.replication.Replication;
import justhungry.backend.replication.ReplicationConfig;
import justhungry.backend.storage.Store;
import org.jspecify.annotations.Nullable;

/**
 * One back end without its threads: replication, ordering and storage together. One thread at a time owns it; every event
 * carries the time, a duration since any fixed moment. Call {@link #flush} after each group of events.
 */
public final class BackendNode {
    /** The most updates of one batch. */
    static final int MAX_UPDATES_PER_BATCH = 256;

    private final Store store;
    private final Ordering ordering;
    private final Transport transport;
    private final InstantSource clock;
    private final DataAge ageAtStart;
    private final Replication replication;
    private final RequestQueue requests = new RequestQueue();
    private final UnknownEpochs unknownEpochs;
    private final EntryApplier applier;
    private @Nullable PendingBatch pending;
    private Optional<String> memoryShortage = Optional.empty();

    /**
     * The back end of a store.
     *
     * @param clock the time of day, which may jump: asked when a batch is decided and when a read is answered
     */
    public BackendNode(
            Store store, Ordering ordering, Transport transport, ReplicationConfig config, InstantSource clock) {
        this.store = store;
        this.ordering = ordering;
        this.transport = transport;
        this.clock = clock;
        this.unknownEpochs = new UnknownEpochs(transport::learnView);
        this.applier = new EntryApplier(store.log(), store.tables(), ordering);
        this.ageAtStart = store.age();
        this.replication = new Replication(
                store.member(), store.log(), store.tables().appliedIndex(), config, ordering::neededVersion);
    }

    /** Takes a request. Its reply goes to {@code answer}: later, or at once when this is not the primary. */
    public void onRequest(Envelope envelope, Consumer<Reply> answer, Duration at) {
        if (replication.role() == BackendRole.REPLICA) {
            answer.accept(new Reply.NotPrimary(replication.view()));
        } else {
            requests.add(new QueuedRequest(envelope, at, answer));
        }
    }

    /** Answers later when only the register can tell whether there is such an epoch. */
    public void onAppend(Append append, Consumer<AppendResponse> answer, Duration at) {
        whenKnown(append.epoch(), now -> execute(replication.onAppend(append), answer, now), at);
    }

    /** As {@link #onAppend}. */
    public void onChunk(SnapshotChunk chunk, Consumer<AppendResponse> answer, Duration at) {
        whenKnown(chunk.epoch(), now -> execute(replication.onChunk(chunk), answer, now), at);
    }

    /** Somebody says that the register has this view: it is asked. {@code done} runs when it has answered, or cannot. */
    public void onViewTold(View told, Runnable done, Duration at) {
        whenKnown(told.epoch(), now -> onViewAsked(told, done), at);
    }

    private void onViewAsked(View told, Runnable done) {
        if (replication.isUnknown(told.epoch())) {
            transport.senderRefused(
                    store.log().epoch(),
                    store.log().lastIndex(),
                    "a process claims epoch %d, which the view register has not confirmed".formatted(told.epoch()));
        }
        done.run();
    }

    private void whenKnown(long epoch, Consumer<Duration> event, Duration at) {
        if (replication.isUnknown(epoch) && unknownEpochs.hasRoom()) {
            unknownEpochs.add(event);
        } else {
            event.accept(at);
        }
    }

    /** The register's view, asked for by {@link Transport#learnView}. */
    public void onViewLearned(View current, Duration at) {
        onView(current, at);
        onViewNotLearned(at);
    }

    /** The register has not answered {@link Transport#learnView}: what nobody knows is refused. */
    public void onViewNotLearned(Duration at) {
        unknownEpochs.end(at);
    }

    /** Whether it belongs to this cluster, or to none. */
    public boolean belongsTo(UUID cluster) {
        return store.cluster().equals(cluster) || store.cluster().equals(BackendRegistration.NO_CLUSTER);
    }

    /**
     * The name server belongs to this cluster, and its register has this view. A back end without a cluster joins it with
     * its first view: before that, the register may become that of another cluster, which has lost its own.
     */
    public void onCluster(UUID cluster, View view) {
        if (view.epoch() > 0 && store.cluster().equals(BackendRegistration.NO_CLUSTER)) {
            store.joinCluster(cluster);
        }
    }

    /** The register has, or had, this view. */
    public void onView(View view, Duration at) {
        execute(replication.onView(view, at), at);
    }

    public void onRegistered(List<Member> registered, Duration at) {
        execute(replication.onRegistered(registered, at), at);
    }

    public void onAnswer(Member from, long call, AppendResponse answer, Duration at) {
        if (pending != null) {
            pending.onAnswer(from, answer);
        }
        execute(replication.onAnswer(from, call, answer, at), at);
    }

    public void onNoAnswer(Member from, long call, Duration at) {
        execute(replication.onNoAnswer(from, call, at), at);
    }

    public void onEnded(Member from, long call, Duration at) {
        execute(replication.onEnded(from, call, at), at);
    }

    public void onProposalAnswered(View current, Duration at) {
        execute(replication.onProposalAnswered(current, at), at);
    }

    public void onProposalUnanswered(Duration at) {
        execute(replication.onProposalUnanswered(at), at);
    }

    public void onRegisterAnswered(long ticket, View current, Duration at) {
        execute(replication.onRegisterAnswered(ticket, current, at), at);
    }

    public void onRegisterUnanswered(Duration at) {
        execute(replication.onRegisterUnanswered(), at);
    }

    /** The memory of the process has become nearly full: so full, in words. Or, when that is empty, it has room again. */
    public void onMemory(Optional<String> shortage) {
        memoryShortage = shortage;
    }

    public void onTick(Duration at) {
        execute(replication.onTick(at), at);
        applier.applyCommitted();
        requests.expire(at);
        if (pending != null) {
            pending.expire(at);
        }
    }

    /**
     * Decides the next batch if it may, and begins to confirm the waiting reads. In a shortage of back ends the waiting
     * updates are refused before they are decided, and the reads, too, when there may be no primary that can answer them
     * before the shortage ends; the pending batch keeps waiting, because it may have reached another back end. In a shortage
     * of memory the updates are refused as soon as it could decide them: only then it knows which were carried out before.
     */
    public void flush(Duration at) {
        replication.shortage(at).ifPresent(this::refuse);
        if (requests.hasUpdates() && replication.isReadyForBatch(at)) {
            memoryShortage.ifPresentOrElse(this::refuseNewUpdates, () -> decide(at));
        }
        if (requests.hasNewReads()) {
            execute(replication.onReads(requests.takeTicket(), at), at);
        }
    }

    /** Whether there are requests that only a {@link #flush} can bring further. */
    public boolean hasRequests() {
        return requests.hasUpdates() || requests.hasNewReads();
    }

    private void refuse(String shortage) {
        requests.refuseUpdates(shortage);
        if (replication.role() == BackendRole.RECONCILING) {
            requests.refuseReads(shortage);
        }
    }

    /** An update that was carried out before, or may have been, is told so as ever: that needs no memory. */
    private void refuseNewUpdates(String shortage) {
        var refusal = new Reply.NotExecuted(
                Cause.MEMORY_FULL, "no orders right now: the memory of the primary is nearly full, " + shortage);
        requests.answerUpdates(
                envelope -> ordering.answerWithoutDeciding(envelope, store.log().epoch())
                        .<Reply>map(reply -> reply)
                        .orElse(refusal));
    }

    /** The epoch of the newest view that it knows. */
    public long epoch() {
        return replication.view().epoch();
    }

    /** The age of its data, with what it knows to be committed now. */
    public DataAge age() {
        long committed = replication.committedIndex();
        return ageAtStart.withCommitted(store.log().epochAt(committed), committed);
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
                ordering.storedOrders(),
                replication.neededVersion().orElse(null),
                memoryShortage.orElse(null));
    }

    private void decide(Duration at) {
        if (pending != null) {
            throw new IllegalStateException("entry %d is pending".formatted(pending.index()));
        }
        var batch = requests.takeBatch(MAX_UPDATES_PER_BATCH);
        long index = store.log().lastIndex() + 1;
        var envelopes = batch.stream().map(QueuedRequest::envelope).toList();
        var decision = ordering.decide(envelopes, store.log().epoch(), index, clock.instant());
        pending = PendingBatch.of(batch, decision);
        execute(replication.onDecided(decision.payload(), at), at);
    }

    /** Executes the effects of an event that has no caller who waits for a response. */
    private void execute(List<Effect> effects, Duration at) {
        execute(
                effects,
                response -> {
                    throw new IllegalStateException("no request waits for %s".formatted(response));
                },
                at);
    }

    private void execute(List<Effect> effects, Consumer<AppendResponse> caller, Duration at) {
        new EffectExecution(effects, caller, at).run();
    }

    /** Answers first: what is committed need not be applied yet for its callers to know. */
    private void commit(PendingBatch batch) {
        pending = null;
        batch.answer();
        ordering.commit(batch.decision());
    }

    private Reply read(Envelope envelope) {
        var response = ordering.read(envelope.user(), (Request.Read) envelope.request());
        return new Reply.Answered(
                store.log().epoch(),
                store.tables().appliedIndex(),
                ordering.lastUpdateNumber(),
                response,
                ordering.timeAt(clock.instant()));
    }

    /**
     * The execution of one event's effects, in order. Those that an effect leads to are added at the end of the queue, so
     * each is complete before the next begins.
     */
    private final class EffectExecution implements Effect.Handler {
        private final Deque<Effect> queue;
        private final Consumer<AppendResponse> caller;
        private final Duration now;

        /** @param caller the receiver of the one response to the append or chunk that the effects follow from */
        EffectExecution(List<Effect> effects, Consumer<AppendResponse> caller, Duration now) {
            this.queue = new ArrayDeque<>(effects);
            this.caller = caller;
            this.now = now;
        }

        void run() {
            while (!queue.isEmpty()) {
                queue.remove().execute(this);
            }
        }

        @Override
        public void send(Member to, long call, Append append) {
            transport.send(to, call, append);
        }

        @Override
        public void sendSnapshot(Member to, long call) {
            transport.sendSnapshot(to, call, store.log().epoch(), store.snapshot());
        }

        @Override
        public void cancelCall(Member to) {
            transport.cancelCall(to);
        }

        @Override
        public void storeEntries(List<Entry> entries) {
            store.log().append(entries);
            applier.onStored(entries);
        }

        @Override
        public void truncateLog(long afterIndex) {
            store.log().truncateAfter(afterIndex);
        }

        @Override
        public void compactLog(long throughIndex) {
            applier.applyCommitted();
            store.log().compactThrough(throughIndex);
        }

        @Override
        public void saveEpoch(long epoch) {
            store.log().saveEpoch(epoch);
        }

        @Override
        public void respond(AppendResponse answer) {
            caller.accept(answer);
        }

        /** Only the primary needs the state at once: it decides, and answers reads. */
        @Override
        public void apply(long throughIndex) {
            if (pending != null && pending.index() <= throughIndex) {
                commit(pending);
            }
            applier.onCommitted(throughIndex);
            if (replication.role() != BackendRole.REPLICA) {
                applier.applyCommitted();
            }
        }

        @Override
        public void beginSnapshot(long index, long epoch, int checksum) {
            applier.onStateReplaced();
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
            queue.addAll(replication.onDecided(ordering.openingPayload(), now));
        }

        @Override
        public void propose(View expected, View next) {
            transport.propose(expected, next);
        }

        @Override
        public void queryRegister(long ticket) {
            transport.queryRegister(ticket);
        }

        @Override
        public void learnView() {
            whenKnown(Long.MAX_VALUE, any -> {}, now);
        }

        @Override
        public void senderRefused(String why) {
            transport.senderRefused(store.log().epoch(), store.log().lastIndex(), why);
        }

        @Override
        public void serveReads(long throughTicket) {
            requests.answerReads(throughTicket, BackendNode.this::read);
        }

        @Override
        public void versionNeeded(String why) {
            transport.versionNeeded(store.log().epoch(), store.log().lastIndex(), why);
        }

        @Override
        public void roleChanged(BackendRole role, String why) {
            if (role == BackendRole.REPLICA) {
                if (pending != null) {
                    pending.abandon();
                    pending = null;
                }
                requests.abandon(replication.view());
            } else if (role == BackendRole.RECONCILING) {
                requests.confirmAgain();
            }
            transport.roleChanged(role, store.log().epoch(), store.log().lastIndex(), why);
        }
    }
}
