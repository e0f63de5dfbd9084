package justhungry.backend.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.rmi.MarshalledObject;
import java.rmi.Remote;
import java.time.InstantSource;
import java.util.UUID;
import justhungry.api.client.Backend;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.BackendControl;
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.Replica;
import justhungry.backend.node.BackendNode;
import justhungry.backend.ordering.Ordering;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.backend.replication.ReplicationConfig;
import justhungry.backend.storage.Store;
import justhungry.coordination.LeaseKeeper;
import justhungry.coordination.NameServerClient;
import justhungry.coordination.StaleDataException;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.rmi.ExportedObject;
import justhungry.platform.rmi.Lane;

/** A back end that is reachable over RMI: its exported objects, its clients of other processes, and its loop. */
final class BackendServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(BackendServer.class.getName());
    private static final int ANY_FREE_PORT = 0;

    private final EventLoop loop;
    private final ExportedObject<Backend> requests;
    private final ExportedObject<Replica> pushes;
    private final ExportedObject<BackendControl> control;
    private volatile UUID cluster;
    private boolean ofOldCluster;
    private final LeaseKeeper registrar;
    private final ViewRegisterClient register;
    private final PeerStubs stubs = new PeerStubs();
    private final MemoryWatch memory;

    private BackendServer(BackendSettings settings, Store store, EventLoop loop) throws IOException {
        this.loop = loop;
        this.requests = export(new BackendEndpoint(loop), settings, Lane.REQUESTS);
        this.pushes = export(new ReplicaEndpoint(loop), settings, Lane.REPLICATION);
        this.control = export(new ControlEndpoint(loop), settings, "control");
        var process = UUID.randomUUID();
        var backend = new MarshalledObject<>(requests.stub());
        var replica = new MarshalledObject<>(pushes.stub());
        var control = new MarshalledObject<>(this.control.stub());
        var self = store.member();
        this.cluster = store.cluster();
        var nameServer = new NameServerClient(settings.nameServer());
        this.registrar = new LeaseKeeper(
                nameServer,
                () -> new BackendRegistration(self, process, cluster, loop.age(), backend, replica, control),
                transition -> LOG.log(Level.INFO, transition));
        this.register = new ViewRegisterClient(nameServer, loop);
        this.memory = new MemoryWatch(loop);
    }

    /**
     * Starts a back end on an open store, which its loop owns from then on.
     *
     * @throws StaleDataException when the data are an old copy. The store is closed then, and has a new incarnation when it is
     *     opened again
     */
    static BackendServer start(BackendSettings settings, Store store, Catalogue catalogue, ReplicationConfig config)
            throws CannotStartException, IOException, InterruptedException {
        var loop = new EventLoop(store, BackendServer::logService);
        var server = new BackendServer(settings, store, loop);
        try {
            server.join(store, catalogue, config);
            return server;
        } catch (StaleDataException e) {
            server.close();
            store.renewIncarnation();
            store.close();
            throw e;
        }
    }

    /** Registers before the loop begins: nobody has this process's stubs until then, and an old copy gets no role. */
    private void join(Store store, Catalogue catalogue, ReplicationConfig config)
            throws CannotStartException, InterruptedException {
        var transport = new RmiTransport(store.member(), stubs, loop, register);
        var ordering = new Ordering(store.tables(), catalogue);
        var node = new BackendNode(store, ordering, transport, config, InstantSource.system());
        var status = node.status(); // Not the loop's: a busy machine may not have run it yet.
        var listing = registrar.register(LeaseKeeper.RETRY_INTERVAL);
        loop.start(node);
        memory.start();
        onListing(listing);
        ofOldCluster = !cluster.equals(BackendRegistration.NO_CLUSTER);
        registrar.keepRenewing(this::onListing);
        LOG.log(
                Level.INFO,
                "epoch={0} index={1}: {2} has registered",
                Long.toString(status.epoch()),
                Long.toString(status.lastIndex()),
                status.member());
    }

    /** The log of a primary does not end with the reconciliation, as if it waited for something. */
    private static void logService(BackendStatus status) {
        LOG.log(
                Level.INFO,
                "epoch={0} index={1}: PRIMARY, takes orders, in-sync {2}",
                Long.toString(status.epoch()),
                Long.toString(status.lastIndex()),
                status.view().inSync());
    }

    private void onListing(DirectoryListing listing) {
        if (listing.view().epoch() > 0 && cluster.equals(BackendRegistration.NO_CLUSTER)) {
            cluster = listing.cluster();
        }
        stubs.update(listing.backends());
        var members = listing.backends().stream()
                .filter(backend -> isOf(listing.cluster(), backend))
                .map(BackendRegistration::member)
                .toList();
        loop.post((node, now) -> {
            node.onCluster(listing.cluster(), listing.view());
            node.onView(listing.view(), now);
            node.onRegistered(members, now);
        });
    }

    /** Whether it serves a cluster that had a primary before this start, and so has its products already. */
    boolean isOfOldCluster() {
        return ofOldCluster;
    }

    /** While a register has no view, back ends of any cluster are listed. */
    private static boolean isOf(UUID cluster, BackendRegistration backend) {
        return backend.cluster().equals(cluster) || backend.cluster().equals(BackendRegistration.NO_CLUSTER);
    }

    private static <T extends Remote> ExportedObject<T> export(T target, BackendSettings settings, String purpose)
            throws IOException {
        return ExportedObject.export(target, settings.host(), ANY_FREE_PORT, new Lane(settings.name(), purpose));
    }

    /** Leaves the directory, lets the loop finish its current event, and closes the store. */
    @Override
    public void close() {
        registrar.close();
        memory.close();
        requests.close();
        pushes.close();
        control.close();
        loop.stop();
        register.close();
    }
}
