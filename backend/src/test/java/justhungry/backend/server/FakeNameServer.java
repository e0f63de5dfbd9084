package justhungry.backend.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.rmi.AlreadyBoundException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.UnicastRemoteObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import justhungry.api.Directory;
import justhungry.api.Listing;
import justhungry.api.Member;
import justhungry.api.Registration;
import justhungry.api.Registration.BackendRegistration;
import justhungry.api.View;
import justhungry.api.ViewRegister;
import justhungry.api.rmi.Exported;
import justhungry.api.rmi.Lane;
import justhungry.api.rmi.NameServerAddress;
import justhungry.api.rmi.RmiProcess;

/** A name server in this JVM that lists every back end which ever registered, and keeps the view in memory. */
final class FakeNameServer implements AutoCloseable {
    private final UUID cluster = UUID.randomUUID();
    private final Map<String, BackendRegistration> backends = new ConcurrentSkipListMap<>();
    private final Socket reservation = reservePort();
    private final int port = reservation.getLocalPort();
    private final Registry registry;
    private final Exported<Directory> directory;
    private final Exported<ViewRegister> register;
    private View view = View.NONE;

    FakeNameServer() throws IOException, AlreadyBoundException {
        registry = LocateRegistry.createRegistry(port, new Lane("nameserver", "registry"), ServerSocket::new);
        directory = Exported.export(new Listed(), RmiProcess.LOOPBACK, 0, new Lane("nameserver", "directory"));
        register = Exported.export(new Kept(), RmiProcess.LOOPBACK, 0, new Lane("nameserver", "views"));
        registry.bind(Directory.NAME, directory.stub());
        registry.bind(ViewRegister.NAME, register.stub());
    }

    NameServerAddress address() {
        return new NameServerAddress(RmiProcess.LOOPBACK, port);
    }

    BackendRegistration registration(String name) {
        var registration = backends.get(name);
        if (registration == null) {
            throw new IllegalArgumentException(name + " has not registered");
        }
        return registration;
    }

    synchronized View view() {
        return view;
    }

    /** What a front end does. The back ends hear of it with their next renewal. */
    synchronized void promote(Member primary, List<Member> inSync) {
        view = view.next(primary, inSync);
    }

    private synchronized boolean propose(View expected, View next) {
        if (!view.equals(expected)) {
            return false;
        }
        view = next;
        return true;
    }

    /**
     * A socket that is bound, and never listens: nobody else is given its port. The registry may listen there, for both
     * allow the reuse of their address. RMI closes the socket of an object that has ended only when the port was chosen.
     */
    private static Socket reservePort() throws IOException {
        var reservation = new Socket();
        reservation.setReuseAddress(true);
        reservation.bind(new InetSocketAddress(0));
        return reservation;
    }

    @Override
    public void close() throws IOException {
        directory.close();
        register.close();
        UnicastRemoteObject.unexportObject(registry, true);
        reservation.close();
    }

    private final class Listed implements Directory {
        @Override
        public Listing register(Registration registration) {
            backends.put(registration.name(), (BackendRegistration) registration);
            return look();
        }

        @Override
        public void leave(Registration registration) {
            // Nobody asks any more.
        }

        @Override
        public Listing look() {
            return new Listing(cluster, view(), List.copyOf(backends.values()), List.of());
        }
    }

    private final class Kept implements ViewRegister {
        @Override
        public View current() {
            return view();
        }

        @Override
        public boolean propose(View expected, View next) {
            return FakeNameServer.this.propose(expected, next);
        }
    }
}
