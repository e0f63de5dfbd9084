package justhungry.platform.rmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.rmi.server.UnicastRemoteObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import justhungry.api.client.Backend;
import justhungry.api.client.Batch;
import justhungry.testing.TestRmi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The limits that keep idle strangers from using up the threads of a server. Trap E8. */
@Timeout(300)
class CappedServerSocketsTest {
    private static final String ADA = "127.0.0.2";
    private static final String BOB = "127.0.0.3";
    private static final String CARL = "127.0.0.4";

    private final BlockingQueue<Socket> accepted = new LinkedBlockingQueue<>();
    private ServerSocket server;

    @BeforeAll
    static void configureRmi() {
        TestRmi.configure(RmiProcess::configure);
    }

    @BeforeEach
    void listen() throws IOException {
        listen(Duration.ofHours(1));
    }

    private void listen(Duration patience) throws IOException {
        server = new CappedServerSockets(InetAddress.getLoopbackAddress(), 3, 2, patience).createServerSocket(0);
        var listening = server;
        new Thread(() -> acceptAll(listening), "acceptor").start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void whenAnAddressHasItsPlaces_thenMoreFromItAreClosedAndAnotherAddressIsServed() throws Exception {
        assertServed(connect(ADA));
        assertServed(connect(ADA));
        assertClosed(connect(ADA));

        assertServed(connect(BOB));
    }

    @Test
    void whenAllPlacesAreTaken_thenEverybodyIsClosedUntilOneIsGivenBack() throws Exception {
        assertServed(connect(ADA));
        assertServed(connect(ADA));
        var last = connect(BOB);
        var itsServerSide = assertServed(last);
        assertClosed(connect(CARL));

        itsServerSide.close();
        itsServerSide.close();

        assertServed(connect(CARL));
        assertClosed(connect(CARL));
    }

    @Test
    void whoHasSaidNothing_makesRoomForTheNextOfItsAddress_andWhoHasSpokenStays() throws Exception {
        server.close();
        listen(Duration.ZERO);
        var speaker = connect(ADA);
        speaker.getOutputStream().write(7);
        assertThat(assertServed(speaker).getInputStream().read()).isEqualTo(7);
        var silent = connect(ADA);
        assertServed(silent);

        var third = connect(ADA);
        assertServed(third);
        assertClosed(silent);

        assertServed(connect(ADA));
        assertClosed(third);
        speaker.setSoTimeout(1);
        assertThatThrownBy(() -> speaker.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void whenStrangersIdleAtARemoteObject_thenACallFromAnotherAddressIsStillServed() throws Exception {
        var sockets = new CappedServerSockets(InetAddress.getLoopbackAddress(), 30, 20, Duration.ofHours(1));
        var backend = new UntracedBackend(batch -> new Batch.Replies(0, List.of()));
        var listening = new LinkedBlockingQueue<ServerSocket>();
        var stub = (Backend) UnicastRemoteObject.exportObject(backend, 0, new Lane("capped", "requests"), port -> {
            listening.add(sockets.createServerSocket(port));
            return listening.element();
        });
        int port = listening.element().getLocalPort();
        var strangers = new ArrayList<Socket>(); // An unreferenced socket may be collected, and so be closed.
        for (int i = 0; i < 20; i++) {
            strangers.add(connect(ADA, port));
        }
        assertClosed(connect(ADA, port));

        assertThat(stub.submit(new Batch(List.of())).replies()).isEmpty();
        assertThat(strangers).noneMatch(Socket::isClosed);
        UnicastRemoteObject.unexportObject(backend, true);
    }

    private void acceptAll(ServerSocket listening) {
        try {
            while (true) {
                accepted.add(listening.accept());
            }
        } catch (IOException e) {
            // The server socket was closed: the test is over.
        }
    }

    private Socket connect(String from) throws IOException {
        return connect(from, server.getLocalPort());
    }

    private static Socket connect(String from, int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0);
    }

    private Socket assertServed(Socket client) throws InterruptedException {
        var serverSide = accepted.poll(30, TimeUnit.SECONDS);
        assertThat(serverSide).isNotNull();
        assertThat(serverSide.getPort()).isEqualTo(client.getLocalPort());
        return serverSide;
    }

    /** Its stream ends, or is reset, without a byte, and before RMI closes it as an idle one (30 s). */
    private static void assertClosed(Socket client) throws IOException {
        client.setSoTimeout(100);
        await().atMost(Duration.ofSeconds(25)).until(() -> {
            try {
                return client.getInputStream().read() < 0;
            } catch (SocketTimeoutException e) {
                return false;
            } catch (SocketException e) {
                return true;
            }
        });
    }
}
