package justhungry.frontend.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.rmi.AlreadyBoundException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.UnicastRemoteObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import justhungry.api.Directory;
import justhungry.api.Listing;
import justhungry.api.Registration;
import justhungry.api.Registration.BackendRegistration;
import justhungry.api.Registration.FrontendRegistration;
import justhungry.api.RegistrationRefusedException;
import justhungry.api.View;
import justhungry.api.ViewRegister;
import justhungry.api.rmi.Connections;
import justhungry.api.rmi.Exported;
import justhungry.api.rmi.Lane;
import justhungry.api.rmi.RmiProcess;

/** A name server in a real registry, whose leases end when the test says so. It can be stopped, and started again. */
final class FakeNameServer implements AutoCloseable {
    private final Map<String, BackendRegistration> backends = new ConcurrentSkipListMap<>();
    private final Map<String, FrontendRegistration> frontends = new ConcurrentSkipListMap<>();
    private final List<View> accepted = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final UUID cluster = UUID.randomUUID();
    private final TestDirectory directory = new TestDirectory();
    private final TestRegister register = new TestRegister();
    private volatile Runnable beforePropose = () -> {};
    private volatile View current = View.NONE;
    private final Socket reservation = reservePort();
    private final int port = reservation.getLocalPort();
    private Registry registry;
    private Exported<Directory> exportedDirectory;
    private Exported<ViewRegister> exportedRegister;

    @SuppressWarnings("NullAway.Init") // start() sets the rest
    FakeNameServer() throws IOException, AlreadyBoundException {
        start();
    }

    /** Binds everything anew, at the port that it had before. */
    void start() throws IOException, AlreadyBoundException {
        registry = LocateRegistry.createRegistry(port, new Lane("nameserver", "registry"), ServerSocket::new);
        exportedDirectory = Exported.export(directory, RmiProcess.LOOPBACK, 0, new Lane("nameserver", "directory"));
        exportedRegister = Exported.export(register, RmiProcess.LOOPBACK, 0, new Lane("nameserver", "views"));
        registry.bind(Directory.NAME, exportedDirectory.stub());
        registry.bind(ViewRegister.NAME, exportedRegister.stub());
    }

    /** Ends it; what it holds durably stays, the leases go. */
    void stop() throws IOException {
        UnicastRemoteObject.unexportObject(registry, true);
        exportedDirectory.close();
        exportedRegister.close();
        for (var purpose : List.of("registry", "directory", "views")) {
            Connections.cut(new Lane("nameserver", purpose));
            Connections.allow(new Lane("nameserver", purpose));
        }
        backends.clear();
        await().atMost(Duration.ofSeconds(60)).until(this::portIsFree);
    }

    /** The kernel lets go of a port a moment after RMI does. */
    private boolean portIsFree() {
        try {
            new ServerSocket(port).close();
            return true;
        } catch (IOException e) {
            return false;
        }
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

    int port() {
        return port;
    }

    void add(FakeBackend backend) throws IOException {
        backends.put(backend.member().name(), backend.registration());
    }

    void leaseEnds(FakeBackend backend) {
        backends.remove(backend.member().name());
    }

    /** A view that somebody else has made. */
    void moveTo(View next) {
        current = next;
    }

    View current() {
        return current;
    }

    List<View> accepted() {
        return accepted;
    }

    Map<String, FrontendRegistration> frontends() {
        return frontends;
    }

    void beforePropose(Runnable action) {
        beforePropose = action;
    }

    /** The next so many registrations find the name taken. */
    void refuse(int registrations) {
        refusals.set(registrations);
    }

    @Override
    public void close() throws IOException {
        stop();
        reservation.close();
    }

    private final class TestDirectory implements Directory {
        @Override
        public Listing register(Registration registration) throws RegistrationRefusedException {
            if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new RegistrationRefusedException("another living process has the name");
            }
            frontends.put(registration.name(), (FrontendRegistration) registration);
            return look();
        }

        @Override
        public void leave(Registration registration) {
            frontends.remove(registration.name());
        }

        @Override
        public Listing look() {
            return new Listing(cluster, current, List.copyOf(backends.values()), List.copyOf(frontends.values()));
        }
    }

    private final class TestRegister implements ViewRegister {
        @Override
        public View current() {
            return current;
        }

        @Override
        public boolean propose(View expected, View next) {
            beforePropose.run();
            return compareAndSet(expected, next);
        }

        private synchronized boolean compareAndSet(View expected, View next) {
            if (!expected.equals(current)) {
                return false;
            }
            current = next;
            accepted.add(next);
            return true;
        }
    }
}
