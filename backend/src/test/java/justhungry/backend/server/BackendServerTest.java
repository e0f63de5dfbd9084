package justhungry.backend.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.rmi.AlreadyBoundException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.UnicastRemoteObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import justhungry.api.Directory;
import justhungry.api.Listing;
import justhungry.api.Money;
import justhungry.api.Product;
import justhungry.api.Registration;
import justhungry.api.Registration.BackendRegistration;
import justhungry.api.View;
import justhungry.api.process.CannotStartException;
import justhungry.api.rmi.Exported;
import justhungry.api.rmi.Lane;
import justhungry.api.rmi.NameServerAddress;
import justhungry.api.rmi.RmiProcess;
import justhungry.backend.storage.InMemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a back end tells the directory about the cluster that it belongs to. */
class BackendServerTest {
    private static final long GENEROUS_SECONDS = 60;
    private static final UUID LISTED = new UUID(7, 7);
    private static final UUID ANOTHER = new UUID(8, 8);

    private final InMemoryStore store = new InMemoryStore("server1");
    private final NotingDirectory directory = new NotingDirectory();
    private final List<BackendServer> started = new ArrayList<>();
    private Exported<Directory> exported;
    private Registry registry;
    private int port;

    @BeforeAll
    static void configureRmi() throws UnknownHostException {
        RmiProcess.configure(RmiProcess.LOOPBACK, Duration.ofSeconds(GENEROUS_SECONDS));
    }

    @BeforeEach
    void startTheNameServer() throws IOException, AlreadyBoundException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        registry = LocateRegistry.createRegistry(port, new Lane("nameserver", "registry"), ServerSocket::new);
        exported = Exported.export(directory, RmiProcess.LOOPBACK, 0, new Lane("nameserver", "directory"));
        registry.bind(Directory.NAME, exported.stub());
    }

    @AfterEach
    void end() throws IOException {
        started.forEach(BackendServer::close);
        exported.close();
        UnicastRemoteObject.unexportObject(registry, true);
    }

    @Test
    void whenANewBackEndHasJoinedACluster_thenItSaysSoFromTheNextRegistrationOn() throws Exception {
        start();

        assertThat(directory.next().cluster()).isEqualTo(BackendRegistration.NO_CLUSTER);
        assertThat(directory.next().cluster()).isEqualTo(LISTED);
    }

    @Test
    void whenItBelongsToAClusterAlready_thenItSaysSoAtOnce_andGoesOnToSaySo() throws Exception {
        store.joinCluster(ANOTHER);

        start();

        assertThat(directory.next().cluster()).isEqualTo(ANOTHER);
        assertThat(directory.next().cluster()).isEqualTo(ANOTHER);
    }

    private void start() throws CannotStartException, IOException, InterruptedException {
        var nameServer = new NameServerAddress(RmiProcess.LOOPBACK, port);
        var settings =
                new Settings("server1", nameServer, RmiProcess.LOOPBACK, Optional.empty(), Optional.empty(), false);
        started.add(BackendServer.start(settings, store, List.of(new Product("apple", new Money(199), 15))));
    }

    /** Refuses nobody, and notes what it is told. */
    private static final class NotingDirectory implements Directory {
        private final BlockingQueue<BackendRegistration> registrations = new LinkedBlockingQueue<>();

        BackendRegistration next() throws InterruptedException {
            var next = registrations.poll(GENEROUS_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("a registration in time").isNotNull();
            return next;
        }

        @Override
        public Listing register(Registration registration) {
            registrations.add((BackendRegistration) registration);
            return look();
        }

        @Override
        public void leave(Registration registration) {
            // The test is over.
        }

        @Override
        public Listing look() {
            return new Listing(LISTED, View.NONE, List.of(), List.of());
        }
    }
}
