package justhungry.backend.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.rmi.MarshalledObject;
import java.rmi.Remote;
import java.util.List;
import java.util.UUID;
import justhungry.api.client.Backend;
import justhungry.api.directory.Listing;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.BackendControl;
import justhungry.api.replication.Replica;
import justhungry.api.shop.Product;
import justhungry.backend.node.Node;
import justhungry.backend.ordering.Ordering;
import justhungry.backend.replication.Tuning;
import justhungry.backend.storage.Store;
import justhungry.coordination.NameServer;
import justhungry.coordination.Registrar;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.rmi.Exported;
import justhungry.platform.rmi.Lane;

/** A back end that is reachable over RMI: its exported objects, its clients of other processes, and its loop. */
final class BackendServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(BackendServer.class.getName());
    private static final int ANY_FREE_PORT = 0;

    private final Loop loop;
    private final Exported<Backend> requests;
    private final Exported<Replica> pushes;
    private final Exported<BackendControl> control;
    private volatile UUID cluster;
    private final Registrar registrar;
    private final RegisterLink register;
    private final Addresses addresses = new Addresses();

    private BackendServer(Settings settings, Store store, Loop loop) throws IOException {
        this.loop = loop;
        this.requests = export(new BackendEndpoint(loop), settings, "requests");
        this.pushes = export(new ReplicaEndpoint(loop), settings, "replication");
        this.control = export(new ControlEndpoint(loop), settings, "control");
        var process = UUID.randomUUID();
        var backend = new MarshalledObject<>(requests.stub());
        var replica = new MarshalledObject<>(pushes.stub());
        var control = new MarshalledObject<>(this.control.stub());
        var self = store.member();
        this.cluster = store.cluster();
        var nameServer = new NameServer(settings.nameServer());
        this.registrar = new Registrar(
                nameServer,
                () -> new BackendRegistration(self, process, cluster, backend, replica, control),
                transition -> LOG.log(Level.INFO, transition));
        this.register = new RegisterLink(nameServer, loop);
    }

    /** Starts a back end on an open store, which its loop owns from then on. */
    static BackendServer start(Settings settings, Store store, List<Product> catalogue, Tuning config)
            throws CannotStartException, IOException, InterruptedException {
        var loop = new Loop(store);
        var server = new BackendServer(settings, store, loop);
        server.join(store, catalogue, config);
        return server;
    }

    private void join(Store store, List<Product> catalogue, Tuning config)
            throws CannotStartException, InterruptedException {
        var transport = new RmiLinks(store.member(), addresses, loop, register);
        loop.start(new Node(store, new Ordering(store.tables(), catalogue), transport, config));
        take(registrar.register(Registrar.BETWEEN_TRIES));
        registrar.keepRenewing(this::take);
        var status = loop.status();
        LOG.log(
                Level.INFO,
                "epoch={0} index={1}: {2} has registered",
                Long.toString(status.epoch()),
                Long.toString(status.lastIndex()),
                status.member());
    }

    private void take(Listing listing) {
        if (cluster.equals(BackendRegistration.NO_CLUSTER)) {
            cluster = listing.cluster();
        }
        addresses.update(listing.backends());
        var members =
                listing.backends().stream().map(BackendRegistration::member).toList();
        loop.post((node, now) -> {
            node.onCluster(listing.cluster());
            node.onView(listing.view(), now);
            node.onRegistered(members, now);
        });
    }

    private static <T extends Remote> Exported<T> export(T target, Settings settings, String purpose)
            throws IOException {
        return Exported.export(target, settings.host(), ANY_FREE_PORT, new Lane(settings.name(), purpose));
    }

    /** Leaves the directory, lets the loop finish its current event, and closes the store. */
    @Override
    public void close() {
        registrar.close();
        requests.close();
        pushes.close();
        control.close();
        loop.stop();
        register.close();
    }
}
