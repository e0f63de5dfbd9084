package justhungry.backend.server;

import java.io.IOException;
import java.rmi.MarshalledObject;
import java.rmi.Remote;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import justhungry.api.client.Backend;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.codec.Limits;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.Append;
import justhungry.api.replication.BackendControl;
import justhungry.api.replication.BackendStatus.BackendRole;
import justhungry.api.replication.Replica;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import justhungry.backend.node.BackendNode;
import justhungry.backend.node.Transport;
import justhungry.backend.ordering.Ordering;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.backend.replication.ReplicationConfig;
import justhungry.backend.storage.InMemoryStore;
import justhungry.backend.storage.Store;
import justhungry.backend.storage.Store.StateSnapshot;
import justhungry.platform.rmi.ExportedObject;
import justhungry.platform.rmi.Lane;

/**
 * One of the two back ends of a {@link BackendWarmUp}: all that a real one is but its disk, its name server and its log. Its
 * view never changes, so that the loop owns a transport that has only entries to send.
 */
final class WarmUpNode implements Transport, AutoCloseable {
    static final List<Product> PRODUCTS = List.of(
            new Product("apple", new Money(199), Limits.QUANTITY),
            new Product("bread", new Money(225), Limits.QUANTITY));
    static final String DELIVERY = Catalogue.DEFAULT_DELIVERIES.get(0).code();

    private static final int ANY_FREE_PORT = 0;

    private final Store store;
    private final EventLoop loop;
    private final PeerStubs stubs;
    private final ExportedObject<Backend> requests;
    private final ExportedObject<Replica> pushes;
    private final ExportedObject<BackendControl> control;
    private final Map<Member, PeerClient> peers = new HashMap<>();

    WarmUpNode(String role, String host, PeerStubs stubs) throws IOException {
        this.store = new InMemoryStore("warm-up-" + role);
        this.loop = new EventLoop(store);
        this.stubs = stubs;
        this.requests = export(new BackendEndpoint(loop), host, Lane.REQUESTS);
        this.pushes = export(new ReplicaEndpoint(loop), host, Lane.REPLICATION);
        this.control = export(new ControlEndpoint(loop), host, "control");
    }

    private <T extends Remote> ExportedObject<T> export(T target, String host, String purpose) throws IOException {
        return ExportedObject.export(target, host, ANY_FREE_PORT, new Lane(member().name(), purpose));
    }

    Member member() {
        return store.member();
    }

    Backend stub() {
        return requests.stub();
    }

    BackendRegistration registration() throws IOException {
        return new BackendRegistration(
                member(),
                UUID.randomUUID(),
                BackendRegistration.NO_CLUSTER,
                store.age(),
                new MarshalledObject<>(requests.stub()),
                new MarshalledObject<>(pushes.stub()),
                new MarshalledObject<>(control.stub()));
    }

    long storedOrders() {
        return loop.status().storedOrders();
    }

    /** Begins to run, with this view for ever. */
    void start(View view) {
        var ordering = new Ordering(store.tables(), Catalogue.withDefaultDeliveries(PRODUCTS));
        loop.start(
                new BackendNode(store, ordering, this, ReplicationConfig.DEFAULT, InstantSource.fixed(Instant.EPOCH)));
        loop.post((node, now) ->
                node.onView(View.NONE, now)); // A back end leads only a view that is new since its start.
        loop.post((node, now) -> node.onView(view, now));
    }

    @Override
    public void send(Member to, long call, Append append) {
        peers.computeIfAbsent(to, any -> new PeerClient(member(), any, stubs, loop))
                .send(call, append);
    }

    @Override
    public void sendSnapshot(Member to, long call, long epoch, StateSnapshot snapshot) {
        snapshot.close();
    }

    @Override
    public void cancelCall(Member to) {}

    @Override
    public void propose(View expected, View next) {}

    @Override
    public void queryRegister(long ticket) {}

    @Override
    public void learnView() {}

    @Override
    public void senderRefused(long epoch, long index, String why) {}

    @Override
    public void versionNeeded(long epoch, long index, String why) {}

    @Override
    public void roleChanged(BackendRole role, long epoch, long index, String why) {}

    @Override
    public void close() {
        requests.close();
        pushes.close();
        control.close();
        loop.stop();
    }
}
