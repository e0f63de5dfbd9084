package justhungry.backend.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.rmi.AlreadyBoundException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import justhungry.api.client.Backend;
import justhungry.api.client.Batch;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.replication.BackendStatus;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.backend.node.ThreeNodes;
import justhungry.backend.ordering.StateDump;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.backend.ordering.state.DumpRow;
import justhungry.backend.replication.ReplicationConfig;
import justhungry.backend.storage.Store;
import justhungry.backend.storage.StoreInUseException;
import justhungry.backend.storage.rocks.RocksStore;
import justhungry.fixtures.FakeNameServer;
import justhungry.platform.rmi.RmiProcess;
import justhungry.testing.TestRmi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Catching up by a snapshot, over RMI, on real disks, of a back end that lacks entries compacted elsewhere. Trap B4.
 */
@Timeout(300)
class CatchingUpIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final ContactDetails DETAILS =
            new ContactDetails("Ada", "Lovelace", "020-7946-0000", "DH1 3LE", "1 Palace Green");
    private static final Catalogue CATALOGUE =
            Catalogue.withDefaultDeliveries(List.of(new Product("apple", new Money(199), 1_000_000)));
    private static final int ORDERS_PER_CALL = 128;

    /** Too many for their rows to fit into one chunk. */
    private static final int ORDERS_BEFORE = 4_096;

    /** No back end is suspected, however busy the machine is, and the log is compacted at once. */
    private static final ReplicationConfig EAGER_COMPACTION = new ReplicationConfig(
            ReplicationConfig.DEFAULT.heartbeatInterval(),
            Duration.ofMinutes(2),
            ReplicationConfig.DEFAULT.rejoinDelay(),
            ReplicationConfig.DEFAULT.proposalTimeout(),
            /* keptEntries */ 1,
            ReplicationConfig.DEFAULT.maxAppendBytes());

    @TempDir
    Path folder;

    private final Deque<BackendServer> started = new ArrayDeque<>();
    private final AtomicInteger placed = new AtomicInteger();
    private final AtomicBoolean stops = new AtomicBoolean();
    private FakeNameServer names;

    @BeforeAll
    static void configureRmi() {
        TestRmi.configure(RmiProcess::configure);
    }

    @BeforeEach
    void startTheNameServer() throws IOException, AlreadyBoundException {
        names = new FakeNameServer();
    }

    @AfterEach
    void end() throws IOException {
        stops.set(true);
        endBackends();
        names.close();
    }

    @Test
    void whileABackEndInstallsASnapshot_thenNoOrderFallsBetweenThatAndTheEntriesAfterIt() throws Exception {
        var server1 = start("server1");
        var server2 = start("server2");
        names.promote(server1.member(), List.of(server1.member(), server2.member()));
        var customers = IntStream.rangeClosed(1, 2).mapToObj(this::order).toList();
        await().atMost(TIMEOUT).until(() -> placed.get() >= ORDERS_BEFORE || hasEnded(customers));

        var server3 = start("server3");
        await().atMost(TIMEOUT).until(() -> names.current().isInSync(server3.member()) || hasEnded(customers));
        int placedWhenItWasFed = placed.get();
        await().atMost(TIMEOUT).until(() -> placed.get() > placedWhenItWasFed || hasEnded(customers));
        stops.set(true);
        customers.forEach(CompletableFuture::join);
        // A back end whose disk takes long tells nothing about itself for that time.
        await().atMost(TIMEOUT).ignoreExceptions().until(this::allHaveAppliedAll);
        endBackends();

        assertThat(server3.snapshotsFinished()).isPositive();
        assertThat(server3.chunksAdded()).isGreaterThan(server3.snapshotsFinished());
        var state = stateOf("server1");
        assertThat(state).filteredOn(DumpRow.OrderRow.class::isInstance).hasSize(placed.get());
        assertThat(stateOf("server2")).isEqualTo(state);
        assertThat(stateOf("server3")).isEqualTo(state);
    }

    private WatchedStore start(String name) throws Exception {
        var settings = new BackendSettings(
                name, names.address(), RmiProcess.LOOPBACK, Optional.of(folder.resolve(name)), Optional.empty(), false);
        var store = new WatchedStore(RocksStore.open(folder.resolve(name), name).store());
        started.push(BackendServer.start(settings, store, CATALOGUE, EAGER_COMPACTION));
        return store;
    }

    /** Lets a customer order, many times in one call, until the test ends it. */
    private CompletableFuture<Void> order(int client) {
        return CompletableFuture.runAsync(() -> {
            try {
                order(names.registration("server1").backend().get(), client);
            } catch (IOException | ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void order(Backend primary, int client) throws IOException {
        long sequence = 1;
        while (!isAnswered(primary, envelope(client, sequence, new Request.SaveDetails(DETAILS)))) {
            // It is not primary yet.
        }
        while (!stops.get()) {
            var batch = new ArrayList<Envelope>();
            for (int each = 0; each < ORDERS_PER_CALL; each++) {
                batch.add(envelope(client, ++sequence, ThreeNodes.order(1)));
            }
            var replies = primary.submit(new Batch(batch)).replies();
            assertThat(replies).allMatch(CatchingUpIT::isPlaced);
            placed.addAndGet(replies.size());
        }
    }

    private static boolean isAnswered(Backend primary, Envelope request) throws IOException {
        return primary.submit(new Batch(List.of(request))).replies().get(0) instanceof Reply.Answered;
    }

    private static boolean isPlaced(Reply reply) {
        return reply instanceof Reply.Answered answered && answered.response() instanceof Response.OrderPlaced;
    }

    private static Envelope envelope(int client, long sequence, Request request) {
        return new Envelope(new RequestId(new ClientId(0, client), sequence), 0, ThreeNodes.ADA, request);
    }

    private static boolean hasEnded(List<CompletableFuture<Void>> customers) {
        return customers.stream().anyMatch(CompletableFuture::isDone);
    }

    private boolean allHaveAppliedAll() throws Exception {
        long last = status("server1").lastIndex();
        return status("server2").appliedIndex() == last && status("server3").appliedIndex() == last;
    }

    private BackendStatus status(String name) throws Exception {
        return names.registration(name).control().get().status();
    }

    private void endBackends() {
        while (!started.isEmpty()) {
            started.pop().close();
        }
    }

    /** A back end that was told to end does not wait for long until its disk is done with; the directory is its until then. */
    private Store released(String name) {
        return await().atMost(TIMEOUT)
                .ignoreException(StoreInUseException.class)
                .until(() -> RocksStore.openExisting(folder.resolve(name), name), store -> true);
    }

    private List<DumpRow> stateOf(String name) {
        try (var store = released(name)) {
            return StateDump.rows(store.tables()).toList();
        }
    }
}
