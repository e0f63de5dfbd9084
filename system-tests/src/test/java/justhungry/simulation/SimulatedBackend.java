package justhungry.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.rmi.MarshalledObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.CRC32C;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendResponse;
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.BackendStatus.BackendRole;
import justhungry.api.replication.SnapshotChunk;
import justhungry.backend.node.BackendNode;
import justhungry.backend.node.Transport;
import justhungry.backend.ordering.Ordering;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.backend.replication.ReplicationConfig;
import justhungry.backend.storage.Store.StateSnapshot;

/** A back end: the production {@link BackendNode} on a simulated disk and network. */
final class SimulatedBackend extends SimulatedProcess implements Transport {
    private static final Instant START = Instant.parse("2026-11-29T09:00:00Z");
    private static final Duration TICK_INTERVAL = Duration.ofMillis(20);
    private static final Duration RENEWAL_INTERVAL = Duration.ofMillis(500);

    /** The longest time from an event to the node's flush; events that come meanwhile are handled before it. */
    private static final Duration MAX_FLUSH_DELAY = Duration.ofMillis(1);

    private final SimulationScheduler simulation;
    private final SimulatedNetwork network;
    private final SimulatedNameServer nameServer;
    private final Function<Member, List<SimulatedBackend>> others;
    private final Catalogue catalogue;
    private final ReplicationConfig config;
    private SimulatedStore store;
    private BackendNode node;
    private final CallsInProgress calls = new CallsInProgress();
    private boolean acted = true;
    private boolean flushPlanned;

    SimulatedBackend(
            String name,
            SimulationScheduler simulation,
            SimulatedNetwork network,
            SimulatedNameServer nameServer,
            Function<Member, List<SimulatedBackend>> others,
            Catalogue catalogue) {
        super(name);
        this.simulation = simulation;
        this.network = network;
        this.nameServer = nameServer;
        this.others = others;
        this.catalogue = catalogue;
        this.config = config(simulation.random().nextBoolean() ? 1 : ReplicationConfig.DEFAULT.maxAppendBytes());
        this.store = emptyStore();
        this.node = newNode();
        live();
    }

    /** Keeps few entries, so that snapshots are sent in every run. */
    private static ReplicationConfig config(int appendBytes) {
        var usual = ReplicationConfig.DEFAULT;
        return new ReplicationConfig(
                usual.heartbeatInterval(),
                usual.silenceTimeout(),
                usual.rejoinDelay(),
                usual.proposalTimeout(),
                5,
                appendBytes);
    }

    Member member() {
        return store.member();
    }

    /** What stands in the directory of the process that runs now, or ran last; its stubs are never used. */
    BackendRegistration registration() {
        var process = new UUID(name().hashCode(), life());
        try {
            return new BackendRegistration(
                    member(),
                    process,
                    BackendRegistration.NO_CLUSTER,
                    new MarshalledObject<>(null),
                    new MarshalledObject<>(null),
                    new MarshalledObject<>(null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SimulatedStore store() {
        return store;
    }

    BackendStatus status() {
        return node.status();
    }

    /** Whether it has handled an event, or crashed, since the last call. */
    boolean takeActed() {
        boolean before = acted;
        acted = false;
        return before;
    }

    @Override
    void crash() {
        super.crash();
        acted = true;
        flushPlanned = false;
        calls.clear();
        if (!store.crash(simulation.random().nextInt(store.unsyncedWrites() + 1))) {
            store = emptyStore();
        }
    }

    /** Comes back with an empty disk. */
    void wipe() {
        store = emptyStore();
    }

    @Override
    void restart() {
        super.restart();
        node = newNode();
        live();
    }

    /**
     * Does the work, and lets the node flush a little later: as in the loop, events that come meanwhile are handled
     * first.
     */
    @Override
    public void deliver(Runnable work) {
        super.deliver(() -> {
            survive(work);
            if (isUp() && !flushPlanned) {
                flushPlanned = true;
                int planned = life();
                simulation.after(simulation.between(Duration.ZERO, MAX_FLUSH_DELAY), () -> {
                    if (planned == life()) {
                        super.deliver(this::flush);
                    }
                });
            }
        });
    }

    private void flush() {
        flushPlanned = false;
        survive(() -> node.flush(simulation.now()));
    }

    /** Ends the process when its disk fails. */
    private void survive(Runnable work) {
        acted = true;
        try {
            work.run();
        } catch (DiskFailedException e) {
            crash();
        }
    }

    void request(Envelope envelope, Consumer<Reply> answer) {
        node.onRequest(envelope, new FirstAnswer(answer), simulation.now());
    }

    void adopt(View view) {
        node.onView(view, simulation.now());
    }

    private void live() {
        inThisLife(Duration.ZERO, this::renew);
        inThisLife(TICK_INTERVAL, this::tick);
    }

    private void tick() {
        node.onTick(simulation.now());
        inThisLife(TICK_INTERVAL, this::tick);
    }

    private void renew() {
        var self = registration();
        network.<DirectoryListing>call(
                this,
                nameServer,
                answer -> answer.accept(nameServer.register(self)),
                listing -> {
                    node.onView(listing.view(), simulation.now());
                    var registered = listing.backends().stream()
                            .map(BackendRegistration::member)
                            .sorted()
                            .toList();
                    calls.keep(registered);
                    node.onRegistered(registered, simulation.now());
                },
                ignoring());
        inThisLife(RENEWAL_INTERVAL, this::renew);
    }

    private void inThisLife(Duration delay, Runnable work) {
        int planned = life();
        simulation.after(delay, () -> {
            if (planned == life()) {
                deliver(work);
            }
        });
    }

    private SimulatedStore emptyStore() {
        return new SimulatedStore(new Member(
                name(),
                new UUID(simulation.random().nextLong(), simulation.random().nextLong())));
    }

    /** The time of day, which differs between back ends, and jumps with a restart: by 5 s at most. */
    private Instant clock() {
        int skew = Math.floorMod(31L * name().hashCode() + 7_919L * life(), 10_001) - 5_000;
        return START.plus(simulation.now()).plusMillis(skew);
    }

    private BackendNode newNode() {
        return new BackendNode(store, new Ordering(store.tables(), catalogue), this, config, this::clock);
    }

    @Override
    public void send(Member to, long call, Append append) {
        calls.begin(to, call);
        toPeer(
                to,
                call,
                (peer, answer) -> peer.node.onAppend(append, answer, simulation.now()),
                answer -> onAnswer(to, call, answer));
    }

    private void onAnswer(Member from, long call, AppendResponse answer) {
        if (!(answer instanceof AppendResponse.ChunkAccepted)) {
            calls.end(from, call);
        }
        node.onAnswer(from, call, answer, simulation.now());
    }

    private void onFailure(Member to, long call, Runnable event) {
        calls.end(to, call);
        event.run();
    }

    @Override
    public void sendSnapshot(Member to, long call, long epoch, StateSnapshot snapshot) {
        var pieces = new ArrayList<SnapshotChunk>();
        var checksum = new CRC32C();
        List<byte[]> rows;
        do {
            rows = snapshot.nextRows(5, 1 << 20);
            rows.forEach(checksum::update);
            pieces.add(new SnapshotChunk(
                    member(),
                    epoch,
                    snapshot.index(),
                    snapshot.epoch(),
                    snapshot.checksum(),
                    pieces.size(),
                    rows,
                    (int) checksum.getValue(),
                    rows.isEmpty()));
        } while (!rows.isEmpty());
        calls.begin(to, call);
        sendChunk(to, call, pieces, 0);
    }

    private void sendChunk(Member to, long call, List<SnapshotChunk> pieces, int number) {
        toPeer(to, call, (peer, answer) -> peer.node.onChunk(pieces.get(number), answer, simulation.now()), answer -> {
            onAnswer(to, call, answer);
            if (answer instanceof AppendResponse.ChunkAccepted) {
                sendChunk(to, call, pieces, number + 1);
            }
        });
    }

    private void toPeer(Member to, long call, PeerWork work, Consumer<AppendResponse> onAnswer) {
        var peer = others.apply(to).stream().max(Comparator.comparing(SimulatedBackend::isUp));
        if (peer.isEmpty() || !peer.get().member().equals(to)) {
            inThisLife(Duration.ofMillis(1), () -> onFailure(to, call, () -> node.onEnded(to, call, simulation.now())));
            return;
        }
        network.<AppendResponse>call(
                this,
                peer.get(),
                answer -> {
                    if (peer.get().member().equals(to)) {
                        work.at(peer.get(), answer);
                    }
                },
                onAnswer,
                new SimulatedNetwork.CallFailure() {
                    @Override
                    public void ended() {
                        onFailure(to, call, () -> node.onEnded(to, call, simulation.now()));
                    }

                    @Override
                    public void unanswered() {
                        onFailure(to, call, () -> node.onNoAnswer(to, call, simulation.now()));
                    }
                });
    }

    @Override
    public void cancelCall(Member to) {
        calls.cancel(to); // It ends by itself; the core ignores its answer, by the call's id.
    }

    @Override
    public void propose(View expected, View next) {
        network.<View>call(
                this,
                nameServer,
                answer -> answer.accept(nameServer.propose(expected, next) ? next : nameServer.current()),
                current -> node.onProposalAnswered(current, simulation.now()),
                failing(() -> node.onProposalUnanswered(simulation.now())));
    }

    @Override
    public void queryRegister(long ticket) {
        network.<View>call(
                this,
                nameServer,
                answer -> answer.accept(nameServer.current()),
                current -> node.onRegisterAnswered(ticket, current, simulation.now()),
                failing(() -> node.onRegisterUnanswered(simulation.now())));
    }

    @Override
    public void versionNeeded(long epoch, long index, String why) {
        throw new AssertionError("%s cannot read entry %d of epoch %d: %s".formatted(name(), index + 1, epoch, why));
    }

    @Override
    public void roleChanged(BackendRole role, long epoch, long index, String why) {
        calls.clear();
    }

    private static SimulatedNetwork.CallFailure ignoring() {
        return failing(() -> {});
    }

    private static SimulatedNetwork.CallFailure failing(Runnable work) {
        return new SimulatedNetwork.CallFailure() {
            @Override
            public void ended() {
                work.run();
            }

            @Override
            public void unanswered() {
                work.run();
            }
        };
    }

    private interface PeerWork {
        void at(SimulatedBackend peer, Consumer<AppendResponse> answer);
    }

    /** A caller takes the first answer; later ones come from callers that were told "unknown" before. */
    private static final class FirstAnswer implements Consumer<Reply> {
        private final Consumer<Reply> answer;
        private boolean answered;

        FirstAnswer(Consumer<Reply> answer) {
            this.answer = answer;
        }

        @Override
        public void accept(Reply reply) {
            if (!answered) {
                answered = true;
                answer.accept(reply);
            }
        }
    }
}
