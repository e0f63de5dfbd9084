package justhungry.backend.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
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
import justhungry.api.client.Batch;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.Directory;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendResponse;
import justhungry.backend.catalogue.CatalogueParser;
import justhungry.backend.replication.ReplicationConfig;
import justhungry.backend.storage.InMemoryStore;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.rmi.ExportedObject;
import justhungry.platform.rmi.Lane;
import justhungry.platform.rmi.RmiProcess;
import justhungry.testing.GarbageCollection;
import justhungry.testing.ReservedPort;
import justhungry.testing.TestRmi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The registration of a back end in the directory, and the remote objects that it names there. */
class BackendServerTest {
    private static final long TIMEOUT_SECONDS = 60;
    private static final UUID LISTED = new UUID(7, 7);
    private static final Member ANOTHER_BACK_END = new Member("server9", new UUID(9, 9));
    private static final View VIEW = new View(1, ANOTHER_BACK_END, List.of(ANOTHER_BACK_END));
    private static final UUID ANOTHER = new UUID(8, 8);
    private static final Append HEARTBEAT = new Append(new Member("server2", new UUID(0, 2)), 1, 0, 0, List.of(), 0, 0);

    private final InMemoryStore store = new InMemoryStore("server1");
    private final NotingDirectory directory = new NotingDirectory();
    private final List<BackendServer> started = new ArrayList<>();
    private ExportedObject<Directory> exported;
    private Registry registry;
    private ReservedPort port;

    @BeforeAll
    static void configureRmi() {
        TestRmi.configure(RmiProcess::configure);
    }

    @BeforeEach
    void startTheNameServer() throws IOException, AlreadyBoundException {
        port = new ReservedPort();
        registry = LocateRegistry.createRegistry(port.number(), new Lane("nameserver", "registry"), ServerSocket::new);
        exported = ExportedObject.export(directory, RmiProcess.LOOPBACK, 0, new Lane("nameserver", "directory"));
        registry.bind(Directory.NAME, exported.stub());
    }

    @AfterEach
    void end() throws IOException {
        started.forEach(BackendServer::close);
        exported.close();
        UnicastRemoteObject.unexportObject(registry, true);
        port.close();
    }

    @Test
    void whenANewBackEndHasJoinedACluster_thenItSaysSoFromTheNextRegistrationOn() throws Exception {
        start();

        assertThat(directory.next().cluster()).isEqualTo(BackendRegistration.NO_CLUSTER);
        assertThat(directory.next().cluster()).isEqualTo(LISTED);
        assertThat(started.get(0).isOfOldCluster())
                .as("a catalogue of its own is of no use")
                .isTrue();
    }

    @Test
    void whenTheClusterHasHadNoPrimary_thenACatalogueOfItsOwnIsOfUse() throws Exception {
        directory.view = View.NONE;

        start();

        assertThat(started.get(0).isOfOldCluster()).isFalse();
    }

    @Test
    void whenItBelongsToAClusterAlready_thenItSaysSoAtOnce_andGoesOnToSaySo() throws Exception {
        store.joinCluster(ANOTHER);

        start();

        assertThat(directory.next().cluster()).isEqualTo(ANOTHER);
        assertThat(directory.next().cluster()).isEqualTo(ANOTHER);
    }

    /** Trap E5. No stub is unmarshalled before: a process that has one keeps the object alive. */
    @Test
    void whenTheCollectorHasRun_thenAllItsObjectsCanStillBeCalled() throws Exception {
        start();
        var registration = directory.next();

        GarbageCollection.run();

        assertThat(registration.backend().get().submit(new Batch(List.of())).replies())
                .isEmpty();
        await("the loop runs, and may be late for that")
                .atMost(Duration.ofSeconds(TIMEOUT_SECONDS))
                .ignoreException(IllegalStateException.class)
                .until(() -> registration.control().get().status().member().equals(store.member()));
        assertThat(registration.replica().get().append(HEARTBEAT)).isInstanceOf(AppendResponse.NotFollowed.class);
    }

    private void start() throws CannotStartException, IOException, InterruptedException {
        var nameServer = new NameServerAddress(RmiProcess.LOOPBACK, port.number());
        var settings = new BackendSettings(
                "server1", nameServer, RmiProcess.LOOPBACK, Optional.empty(), Optional.empty(), false);
        started.add(
                BackendServer.start(settings, store, CatalogueParser.defaultCatalogue(), ReplicationConfig.DEFAULT));
    }

    /** A directory that refuses no registration, and records each. */
    private static final class NotingDirectory implements Directory {
        private final BlockingQueue<BackendRegistration> registrations = new LinkedBlockingQueue<>();
        private volatile View view = VIEW;

        BackendRegistration next() throws InterruptedException {
            var next = registrations.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("a registration in time").isNotNull();
            return next;
        }

        @Override
        public DirectoryListing register(Registration registration) {
            registrations.add((BackendRegistration) registration);
            return listing();
        }

        @Override
        public void leave(Registration registration) {
            // The test is over.
        }

        @Override
        public DirectoryListing listing() {
            return new DirectoryListing(LISTED, view, List.of(), List.of());
        }
    }
}
