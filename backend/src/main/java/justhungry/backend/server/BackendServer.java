package justhungry.backend.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.rmi.MarshalledObject;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.util.List;
import java.util.UUID;
import justhungry.api.Backend;
import justhungry.api.BackendControl;
import justhungry.api.Product;
import justhungry.api.Registration.BackendRegistration;
import justhungry.api.Replica;
import justhungry.api.process.CannotStartException;
import justhungry.api.rmi.Exported;
import justhungry.api.rmi.FirstRegistration;
import justhungry.api.rmi.Lane;
import justhungry.api.rmi.NameServer;
import justhungry.backend.ordering.Ordering;
import justhungry.backend.replication.Timing;
import justhungry.backend.storage.Store;

/** A back end that is reachable over RMI: its exported objects, its links, and its loop. */
final class BackendServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(BackendServer.class.getName());
    private static final int ANY_FREE_PORT = 0;

    private final Loop loop;
    private final Exported<Backend> requests;
    private final Exported<Replica> pushes;
    private final Exported<BackendControl> control;
    private final BackendRegistration registration;
    private final NameServer nameServer;
    private final Addresses addresses = new Addresses();
    private final NameServerLink link;

    private BackendServer(Settings settings, Store store, Loop loop) throws IOException {
        this.loop = loop;
        this.requests = export(new RemoteFaces.Requests(loop), settings, "requests");
        this.pushes = export(new RemoteFaces.Pushes(loop), settings, "replication");
        this.control = export(new RemoteFaces.Control(loop), settings, "control");
        this.registration = new BackendRegistration(
                store.member(),
                UUID.randomUUID(),
                store.cluster(),
                new MarshalledObject<>(requests.stub()),
                new MarshalledObject<>(pushes.stub()),
                new MarshalledObject<>(control.stub()));
        this.nameServer = new NameServer(settings.nameServer());
        this.link = new NameServerLink(nameServer, registration, addresses, loop);
    }

    /**
     * Starts a back end on an open store, which its loop owns from then on.
     *
     * @param end called, after the reason was logged, when the process must end
     */
    static BackendServer start(Settings settings, Store store, List<Product> catalogue, Runnable end)
            throws CannotStartException, IOException, InterruptedException {
        var loop = new Loop(store, end);
        var server = new BackendServer(settings, store, loop);
        server.join(store, catalogue);
        return server;
    }

    private void join(Store store, List<Product> catalogue) throws CannotStartException, InterruptedException {
        var listing = new FirstRegistration(line -> LOG.log(Level.WARNING, line)).of(registration, nameServer);
        if (store.cluster().equals(BackendRegistration.NO_CLUSTER)) {
            store.joinCluster(listing.cluster());
        }
        var links = new RmiLinks(store.member(), addresses, loop, link);
        loop.start(new Node(store, new Ordering(store.tables(), catalogue), links, Timing.DEFAULT));
        link.start(listing);
        var status = loop.status();
        LOG.log(
                Level.INFO,
                "epoch={0} index={1}: {2} registered at {3}",
                Long.toString(status.epoch()),
                Long.toString(status.lastIndex()),
                status.member(),
                nameServer.address());
    }

    private static <T extends Remote> Exported<T> export(T target, Settings settings, String purpose)
            throws IOException {
        return Exported.export(target, settings.host(), ANY_FREE_PORT, new Lane(settings.name(), purpose));
    }

    /** Leaves the directory, lets the loop finish the event that it is at, and closes the store. */
    @Override
    public void close() {
        link.close();
        requests.close();
        pushes.close();
        control.close();
        loop.stop();
        try {
            nameServer.leave(registration);
        } catch (RemoteException e) {
            // The lease ends by itself.
        }
    }
}
