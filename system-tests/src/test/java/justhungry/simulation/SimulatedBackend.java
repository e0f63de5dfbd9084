package justhungry.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.rmi.MarshalledObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import justhungry.api.client.Batch;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.directory.StaleCopyException;
import justhungry.api.replication.Append;
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.SnapshotChunk;
import justhungry.api.shop.Response;
import justhungry.backend.node.BackendNode;
import justhungry.backend.ordering.Ordering;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.backend.replication.ReplicationConfig;

/** A back end: the production {@link BackendNode} on a simulated disk and network. */
final class SimulatedBackend extends SimulatedProcess {
    private static final Instant START = Instant.parse("2026-11-29T09:00:00Z");
    private static final Duration TICK_INTERVAL = Duration.ofMillis(20);
    private static final Duration RENEWAL_INTERVAL = Duration.ofMillis(500);

    /** The part of the renewals at which somebody copies the disk. */
    private static final double COPIED_RENEWALS = 0.25;

    /** The longest time from an event to the node's flush; events that come meanwhile are handled before it. */
    private static final Duration MAX_FLUSH_DELAY = Duration.ofMillis(1);

    private final SimulationScheduler simulation;
    private final SimulatedNetwork network;
    private final SimulatedNameServer nameServer;
    private final SimulatedTransport transport;
    private final Catalogue catalogue;
    private final ReplicationConfig config;
    private final List<SimulatedStore> copies = new ArrayList<>();
    private SimulatedStore store;
    private BackendNode node;
    private boolean diskIsOld;
    private boolean acted = true;
    private boolean flushPlanned;
    private boolean requestsBroken;
    private boolean isImpostor;
    private boolean isConfused;

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
        this.transport = new SimulatedTransport(this, simulation, network, nameServer, others);
        this.catalogue = catalogue;
        this.config = config(simulation.random().nextBoolean() ? 1 : ReplicationConfig.DEFAULT.maxAppendBytes());
        this.store = emptyStore();
        this.node = newNode();
        begin();
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

    /** The process that runs now, or ran last. */
    UUID process() {
        return new UUID(name().hashCode(), life());
    }

    /** What stands in the directory of that process; its stubs are never used. */
    BackendRegistration registration() {
        try {
            return new BackendRegistration(
                    member(),
                    process(),
                    BackendRegistration.NO_CLUSTER,
                    isUp() ? node.age() : store.age(),
                    new MarshalledObject<>(null),
                    new MarshalledObject<>(null),
                    new MarshalledObject<>(null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BackendNode node() {
        return node;
    }

    SimulatedStore store() {
        return store;
    }

    BackendStatus status() {
        return node.status();
    }

    /** The status as it tells others. */
    BackendStatus claimedStatus() {
        var known = node.status();
        return isConfused
                ? new BackendStatus(
                        known.member(),
                        known.role(),
                        Long.MAX_VALUE,
                        known.lastIndex(),
                        known.lastEpoch(),
                        known.committedIndex(),
                        known.appliedIndex(),
                        known.view(),
                        known.storedOrders())
                : known;
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
        requestsBroken = false;
        transport.calls().clear();
        if (!store.crash(simulation.random().nextInt(store.unsyncedWrites() + 1))) {
            store = emptyStore();
        }
    }

    /** Comes back with an empty disk. */
    void wipe() {
        store = emptyStore();
    }

    /**
     * Comes back with the disk of an earlier moment. One of the same life that lacks entries of which the name server cannot
     * know is not taken: nobody could tell.
     *
     * @param part from 0, the oldest copy of the disk, to 1, the newest
     * @return whether there was such a copy
     */
    boolean putBack(double part) {
        var old = copies.stream().filter(this::canBeTold).toList();
        if (old.isEmpty()) {
            return false;
        }
        crash();
        store = old.get((int) (part * (old.size() - 1))).copy().orElseThrow();
        diskIsOld = true;
        return true;
    }

    private boolean canBeTold(SimulatedStore copy) {
        var told = nameServer.told(copy.member());
        var last = copy.age();
        var newest = store.age();
        return !copy.member().equals(member())
                || copy.starts() < store.starts()
                || last.lastEpoch() < told.committedEpoch()
                || last.lastIndex() < told.committedIndex()
                || (last.lastEpoch() == newest.lastEpoch() && last.lastIndex() == newest.lastIndex());
    }

    /** Whether it has an old disk, and was not started since: what it holds counts for nothing. */
    boolean hasOldDisk() {
        return diskIsOld;
    }

    /** Does not come back before the name server does: without it, nobody can find a new process. */
    @Override
    void restart() {
        if (nameServer.isUp() && !nameServer.isPaused()) {
            super.restart();
            begin();
        } else {
            int planned = life();
            simulation.after(TICK_INTERVAL, () -> {
                if (planned == life() && !isUp()) {
                    restart();
                }
            });
        }
    }

    private void begin() {
        var listing = register();
        diskIsOld = false;
        live();
        survive(() -> take(listing));
    }

    /** Registers; on an old copy of its disk, as a new incarnation. */
    private DirectoryListing register() {
        store.start();
        node = newNode();
        try {
            return nameServer.register(registration());
        } catch (StaleCopyException e) {
            store.renew(newIncarnation());
            return register();
        }
    }

    private void take(DirectoryListing listing) {
        node.onView(listing.view(), simulation.now());
        var registered = listing.backends().stream()
                .map(BackendRegistration::member)
                .sorted()
                .toList();
        transport.calls().keep(registered);
        node.onRegistered(registered, simulation.now());
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

    /** A broken one takes requests, and answers none. */
    void request(Envelope envelope, Consumer<Batch.Replies> answer) {
        if (isImpostor) {
            var madeUp = new Reply.Answered(node.epoch(), 1, 1, new Response.DetailsSaved(), START);
            answer.accept(new Batch.Replies(0, List.of(madeUp)));
        } else if (!requestsBroken) {
            var first = new FirstAnswer(reply -> answer.accept(new Batch.Replies(node.epoch(), List.of(reply))));
            node.onRequest(envelope, first, simulation.now());
        }
    }

    /** It answers no more requests, until it is restarted, and all else as before. */
    void breakRequests() {
        requestsBroken = true;
    }

    boolean hasBrokenRequests() {
        return requestsBroken;
    }

    /** Somebody else has taken its place for front ends, knows nothing, and says yes to everything. */
    void replaceByImpostor(boolean replaced) {
        isImpostor = replaced;
    }

    /** As long as it is confused, it says to everybody that it has seen a much higher epoch. */
    void confuse(boolean confused) {
        isConfused = confused;
    }

    boolean isConfused() {
        return isConfused;
    }

    /** Somebody pushes entries, who need not be primary. */
    void receive(Append append) {
        node.onAppend(append, ignored -> {}, simulation.now());
    }

    /** As {@link #receive(Append)}. */
    void receive(SnapshotChunk chunk) {
        node.onChunk(chunk, ignored -> {}, simulation.now());
    }

    void adopt(View view, Runnable done) {
        node.onViewTold(view, done, simulation.now());
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
                answer -> {
                    try {
                        answer.accept(nameServer.register(self));
                    } catch (StaleCopyException e) {
                        // The late renewal of an earlier process.
                    }
                },
                this::take,
                SimulatedTransport.failing(() -> {}));
        if (simulation.chance(COPIED_RENEWALS)) {
            store.copy().ifPresent(copies::add);
        }
        inThisLife(RENEWAL_INTERVAL, this::renew);
    }

    void inThisLife(Duration delay, Runnable work) {
        int planned = life();
        simulation.after(delay, () -> {
            if (planned == life()) {
                deliver(work);
            }
        });
    }

    private SimulatedStore emptyStore() {
        return new SimulatedStore(new Member(name(), newIncarnation()));
    }

    private UUID newIncarnation() {
        return new UUID(simulation.random().nextLong(), simulation.random().nextLong());
    }

    /** The time of day, which differs between back ends, and jumps with a restart: by 5 s at most. */
    private Instant clock() {
        int skew = Math.floorMod(31L * name().hashCode() + 7_919L * life(), 10_001) - 5_000;
        return START.plus(simulation.now()).plusMillis(skew);
    }

    private BackendNode newNode() {
        return new BackendNode(store, new Ordering(store.tables(), catalogue), transport, config, this::clock);
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
