package justhungry.nameserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.NotBoundException;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.server.UnicastRemoteObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import justhungry.api.client.Backend;
import justhungry.api.client.Batch;
import justhungry.api.client.Envelope;
import justhungry.api.client.PrimaryTrace;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.cluster.ViewRegister;
import justhungry.api.directory.Directory;
import justhungry.api.directory.Registration;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.directory.RegistrationRefusedException;
import justhungry.platform.rmi.ExportedObject;
import justhungry.platform.rmi.Lane;
import justhungry.platform.rmi.RmiProcess;
import justhungry.testing.ReservedPort;
import justhungry.testing.TestRmi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real name server in its own JVM, called over RMI, killed and restarted. */
@Timeout(600)
class NameServerProcessIT {
    private static final Member SERVER1 = new Member("server1", UUID.randomUUID());

    private static final int MAX_FROM_ONE_ADDRESS = 600;
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    @TempDir
    private Path data;

    private ReservedPort reserved;

    @BeforeAll
    static void configureRmi() {
        TestRmi.configure(RmiProcess::configure);
    }

    @BeforeEach
    void reservePort() throws IOException {
        reserved = new ReservedPort();
    }

    @AfterEach
    void freePort() throws IOException {
        reserved.close();
    }

    @Test
    void whenABackEndRegisters_thenEverybodySeesItUntilItLeaves() throws Exception {
        try (var server = NameServerProcess.start(data, 0);
                var backend = ExportedObject.<Backend>export(
                        new EmptyBackend(), RmiProcess.LOOPBACK, 0, new Lane("server1", "requests"))) {
            int port = server.port();
            var registration = TestRegistrations.backend("server1", TestRegistrations.marshalled(backend.stub()));

            var listing = NameServerProcess.directory(port).register(registration);

            assertThat(listing.backends()).containsExactly(registration);
            assertThat(listing.view()).isEqualTo(View.NONE);
            await("its lease may end while this is late")
                    .atMost(DEADLINE)
                    .ignoreException(NotBoundException.class)
                    .until(() -> {
                        NameServerProcess.directory(port).register(registration);
                        var found = (Backend)
                                RmiProcess.registry(RmiProcess.LOOPBACK, port).lookup("server1");
                        return found.submit(new Batch(List.of())).replies().isEmpty();
                    });
            NameServerProcess.directory(port).leave(registration);
            awaitNames(port, "directory", "view-register");
        }
    }

    @Test
    void whenABackEndIsSilent_thenItsNameGoesFromTheRegistryToo() throws Exception {
        try (var server = NameServerProcess.start(data, 0)) {
            int port = server.port();
            NameServerProcess.directory(port).register(TestRegistrations.frontend("frontend1"));
            await().atMost(DEADLINE).until(() -> server.errors().contains("frontend1 is gone: its lease ended"));
            assertThat(NameServerProcess.directory(port).listing().frontends()).isEmpty();
        }
    }

    @Test
    void whenARefusalCrossesTheWire_thenItArrivesWithItsMessage() throws Exception {
        try (var server = NameServerProcess.start(data, 0)) {
            int port = server.port();
            var directory = NameServerProcess.directory(port);
            NameServerProcess.views(port).propose(View.NONE, View.NONE.next(SERVER1, List.of(SERVER1)));
            assertThatThrownBy(() -> directory.register(TestRegistrations.backend(SERVER1, UUID.randomUUID())))
                    .isInstanceOf(RegistrationRefusedException.class)
                    .hasMessageContaining("server1 belongs to cluster");
        }
    }

    @Test
    void whenABackEndsHostIsStopped_thenTheDirectoryAndTheOthersDoNotWaitForIt() throws Exception {
        try (var server = NameServerProcess.start(data, 0);
                var backend = ExportedObject.<Backend>export(
                        new EmptyBackend(), RmiProcess.LOOPBACK, 0, new Lane("server2", "requests"))) {
            int port = server.port();
            var directory = NameServerProcess.directory(port);
            var silent = (Backend) UnicastRemoteObject.exportObject(
                    new EmptyBackend(), 0, new Lane("server1", "requests"), SilentSocket::new);
            var stopped = TestRegistrations.backend("server1", TestRegistrations.marshalled(silent));
            var healthy = TestRegistrations.backend("server2", TestRegistrations.marshalled(backend.stub()));

            assertBothAreListed(directory, stopped, healthy);
            awaitWhileRenewing(port, List.of(healthy), "server2");
        }
    }

    @Test
    void whenAStubIsNoStub_thenTheRegistrationHoldsAndTheLogSaysWhatIsMissing() throws Exception {
        try (var server = NameServerProcess.start(data, 0)) {
            var directory = NameServerProcess.directory(server.port());
            assertBothAreListed(
                    directory,
                    TestRegistrations.backend("server1", TestRegistrations.marshalled(new File("/etc"))),
                    TestRegistrations.backend("server2", TestRegistrations.marshalled("no stub")));
            await().atMost(DEADLINE)
                    .until(() -> server.errors().contains("server2 is in the directory, but could not be bound"));
            assertThat(server.errors()).contains("server1 is in the directory, but could not be bound");
        }
    }

    @Test
    void whenTheNameServerIsKilledWhileViewsChange_thenNoEpochIsEverRepeatedOrLost() throws Exception {
        var acknowledged = new AtomicLong();
        var cluster = new ArrayList<UUID>();
        for (int round = 0; round < 6; round++) {
            try (var server = NameServerProcess.start(data, reserved.number())) {
                int port = server.port();
                var views = NameServerProcess.views(port);
                cluster.add(NameServerProcess.directory(port).listing().cluster());
                assertThat(views.current().epoch())
                        .as("after a kill: what was acknowledged, or the one that was under way")
                        .isBetween(acknowledged.get(), acknowledged.get() + 1);
                long goal = acknowledged.get() + 20 + round;
                var proposer = CompletableFuture.runAsync(() -> proposeUntilItFails(views, acknowledged));
                await().atMost(DEADLINE).until(() -> acknowledged.get() >= goal);
                server.kill();
                proposer.join();
            }
        }
        assertThat(cluster).containsOnly(cluster.get(0));
    }

    @Test
    void whenTheNameServerIsRestarted_thenRegistrationsComeBackByTheirRenewals() throws Exception {
        var server1 = TestRegistrations.backend(SERVER1, BackendRegistration.NO_CLUSTER);
        int port = reserved.number();
        try (var server = NameServerProcess.start(data, port)) {
            assertThat(server.port()).isEqualTo(port);
            NameServerProcess.directory(port).register(server1);
            server.kill();
        }
        try (var server = NameServerProcess.start(data, port)) {
            assertThat(server.port()).isEqualTo(port);
            assertThat(NameServerProcess.directory(port).listing().backends()).isEmpty();
            assertThat(NameServerProcess.directory(port).register(server1).backends())
                    .containsExactly(server1);
        }
    }

    /** Trap E8. */
    @Test
    void whenStrangersHaveAllPlacesOfTheirAddress_thenTheNextIsClosed_atTheRegistryAndAtBothObjects() throws Exception {
        try (var server = NameServerProcess.start(data, 0)) {
            int port = server.port();

            assertCapped(port);
            assertCapped(portOf(NameServerProcess.directory(port)));
            assertCapped(portOf(NameServerProcess.views(port)));

            assertThat(NameServerProcess.directory(port).listing().backends()).isEmpty();
        }
    }

    @Test
    void whenTheDataDirectoryIsInUse_thenTheSecondOneSaysSoInOneLine() throws Exception {
        try (var first = NameServerProcess.start(data, 0)) {
            first.port();
            assertEndsUnavailable(NameServerProcess.start(data, 0), "in use", data.toString(), "--data DIR");
        }
    }

    @Test
    void whenThePortIsInUse_thenItSaysSoInOneLine() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEndsUnavailable(
                    NameServerProcess.start(data, taken.getLocalPort()), "port " + taken.getLocalPort(), "--port N");
        }
    }

    @Test
    void whenTheViewIsDamaged_thenItDoesNotStart() throws Exception {
        Files.writeString(data.resolve(ViewFile.NAME), "epoch 1");

        assertEndsUnavailable(NameServerProcess.start(data, 0), "view is damaged", data.toString());
    }

    @Test
    void whenAViewCannotBeWritten_thenTheProcessEndsAndTheOldViewIsThereAfterwards() throws Exception {
        try (var server = NameServerProcess.start(data, 0)) {
            var views = NameServerProcess.views(server.port());
            Files.createDirectory(data.resolve(ViewFile.NEXT));

            assertThatThrownBy(() -> views.propose(View.NONE, View.NONE.next(SERVER1, List.of(SERVER1))))
                    .isInstanceOf(RemoteException.class);

            assertThat(server.exitCode()).isEqualTo(3);
            assertThat(server.errors()).contains("could not write epoch 1").doesNotContain("\tat ");
        }
        Files.delete(data.resolve(ViewFile.NEXT));
        try (var server = NameServerProcess.start(data, 0)) {
            assertThat(NameServerProcess.views(server.port()).current()).isEqualTo(View.NONE);
        }
    }

    @Test
    void whenItIsTold_thenItEndsQuietly() throws Exception {
        try (var server = NameServerProcess.start(data, 0)) {
            server.port();
            server.terminate();

            assertThat(server.exitCode()).isEqualTo(143);
            assertThat(server.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prot", "--port=70000", "--port=x", "extra"})
    void aWrongCommandLineIsOneLineThatNamesTheMistake(String argument) throws Exception {
        try (var server = NameServerProcess.start(argument)) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.errors().lines())
                    .singleElement()
                    .asString()
                    .contains(argument.substring(argument.indexOf('=') + 1), "--help");
        }
    }

    @Test
    void theHelpBeginsWithExamples() throws Exception {
        try (var server = NameServerProcess.start("--help")) {
            assertThat(server.output()).isEqualTo("Examples:");
            assertThat(server.exitCode()).isZero();
        }
    }

    /** A connection beyond the limit is closed at once, long before RMI closes an idle one (30 s). */
    private static void assertCapped(int port) throws IOException {
        var strangers = new ArrayList<Socket>();
        try {
            for (int i = 0; i < MAX_FROM_ONE_ADDRESS; i++) {
                var stranger = connect(port);
                strangers.add(stranger);
                stranger.getOutputStream().write('J'); // One that says nothing makes room for the next.
            }
            var oneTooMany = connect(port);
            strangers.add(oneTooMany);
            await().atMost(Duration.ofSeconds(25)).until(() -> isClosed(oneTooMany));
        } finally {
            for (var stranger : strangers) {
                stranger.close();
            }
        }
    }

    private static Socket connect(int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName("127.0.0.2"), 0);
    }

    private static boolean isClosed(Socket client) throws IOException {
        client.setSoTimeout(100);
        try {
            return client.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    /** A stub keeps its port to itself, but shows it in its text. */
    private static int portOf(Remote stub) {
        var endpoint = Pattern.compile("endpoint:\\[127\\.0\\.0\\.1:(\\d+)").matcher(stub.toString());
        assertThat(endpoint.find()).as(stub.toString()).isTrue();
        return Integer.parseInt(endpoint.group(1));
    }

    private static void proposeUntilItFails(ViewRegister views, AtomicLong acknowledged) {
        try {
            while (true) {
                var seen = views.current();
                if (views.propose(seen, seen.next(SERVER1, List.of(SERVER1)))) {
                    acknowledged.set(seen.epoch() + 1);
                }
            }
        } catch (RemoteException e) {
            // The name server was killed: that is the test.
        }
    }

    /** Whoever is late renewing is listed no more, and registers again. */
    private static void assertBothAreListed(Directory directory, BackendRegistration one, BackendRegistration other) {
        await().atMost(DEADLINE).untilAsserted(() -> {
            directory.register(one);
            assertThat(directory.register(other).backends()).containsExactly(one, other);
        });
    }

    private static void awaitNames(int port, String... names) {
        await().atMost(DEADLINE)
                .untilAsserted(() -> assertThat(
                                RmiProcess.registry(RmiProcess.LOOPBACK, port).list())
                        .containsExactlyInAnyOrder(names));
    }

    private static void awaitWhileRenewing(int port, List<? extends Registration> registrations, String name) {
        await().atMost(DEADLINE).untilAsserted(() -> {
            for (var registration : registrations) {
                NameServerProcess.directory(port).register(registration);
            }
            assertThat(RmiProcess.registry(RmiProcess.LOOPBACK, port).list()).contains(name);
        });
    }

    private static void assertEndsUnavailable(NameServerProcess server, String... words) throws Exception {
        try (server) {
            assertThat(server.exitCode()).isEqualTo(3);
            assertThat(server.errors().lines()).singleElement().asString().contains(words);
            assertThat(server.output()).isNull();
        }
    }

    /** A socket that listens and never accepts: to a caller, the same as a stopped process. */
    private static final class SilentSocket extends ServerSocket {
        SilentSocket(int port) throws IOException {
            super(port, 50, InetAddress.getLoopbackAddress());
        }

        @Override
        public Socket accept() throws IOException {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("it never accepts");
        }
    }

    /** A back end that has no answer to anything. */
    private static final class EmptyBackend implements Backend {
        @Override
        public Batch.Replies submit(Batch batch) {
            return new Batch.Replies(0, List.of());
        }

        @Override
        public PrimaryTrace submitTraced(Envelope request) {
            throw new UnsupportedOperationException();
        }
    }
}
