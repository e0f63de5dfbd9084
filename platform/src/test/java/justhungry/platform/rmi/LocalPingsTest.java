package justhungry.platform.rmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.server.UnicastRemoteObject;
import java.util.concurrent.atomic.AtomicInteger;
import justhungry.testing.TestRmi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LocalPingsTest {
    private static final int PING = 0x52;
    private static final int PING_ACK = 0x53;
    private static final int CALL = 0x50;
    private static final int CALLS = 20;
    private static final long IDLE_MILLIS = 10;

    private boolean isClosed;
    private long nanos;
    private final LocalPings pings = new LocalPings(() -> isClosed, () -> nanos);
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final OutputStream out = pings.questionsIn(sent);
    private final InputStream in = pings.answersIn(new ByteArrayInputStream(new byte[] {1, 2, 3, 4}));

    @Test
    void aPingAfterAnAnswerIsAnsweredHere() throws IOException {
        assertThat(in.read()).isEqualTo(1);

        out.write(PING);

        assertThat(in.read()).isEqualTo(PING_ACK);
        assertThat(sent.size()).isZero();
        assertThat(in.read()).isEqualTo(2);
    }

    @Test
    void soItIsWhenItIsReadAsAnArray_asABufferDoes() throws IOException {
        assertThat(in.read(new byte[1])).isEqualTo(1);
        var buffer = new byte[8];

        out.write(new byte[] {PING}, 0, 1);

        assertThat(in.read(buffer, 3, 5)).isEqualTo(1);
        assertThat(buffer[3]).isEqualTo((byte) PING_ACK);
        assertThat(sent.size()).isZero();
    }

    @Test
    void twoPingsInARowAreBothAnswered() throws IOException {
        assertThat(in.read()).isEqualTo(1);

        out.write(PING);
        assertThat(in.read()).isEqualTo(PING_ACK);
        out.write(PING);
        assertThat(in.read()).isEqualTo(PING_ACK);

        assertThat(sent.size()).isZero();
    }

    @Test
    void aPingOfAConnectionThatIsClosedHereIsNotAnswered() throws IOException {
        assertThat(in.read()).isEqualTo(1);
        isClosed = true;

        out.write(PING);

        assertThat(sent.toByteArray()).containsExactly(PING);
        assertThat(in.read()).isEqualTo(2);
    }

    @Test
    void aPingIsSent_whenTheLastAnswerIsNoLongerASignOfLife() throws IOException {
        assertThat(in.read()).isEqualTo(1);
        nanos += LocalPings.HEARD_RECENTLY.toNanos();

        out.write(PING);

        assertThat(sent.toByteArray()).containsExactly(PING);
        assertThat(in.read()).isEqualTo(2);
    }

    @Test
    void theSameByteWithinACallIsSent() throws IOException {
        assertThat(in.read()).isEqualTo(1);

        out.write(CALL);
        out.write(PING);

        assertThat(sent.toByteArray()).containsExactly(CALL, PING);
        assertThat(in.read()).isEqualTo(2);
    }

    @Test
    void soItIsAtTheBeginningOfLongerData_andBeforeTheFirstAnswer() throws IOException {
        out.write(PING);
        assertThat(in.read()).isEqualTo(1);
        out.write(new byte[] {PING, 7}, 0, 2);

        assertThat(sent.toByteArray()).containsExactly(PING, PING, 7);
    }

    /**
     * RMI pings a connection that was idle for 5 ms, and does so for ever after one quick answer. On a busy machine some calls
     * come later than a sign of life lasts: those may be pinged.
     */
    @Test
    @Timeout(300)
    void callsThatFollowEachOtherAreNotPinged() throws Exception {
        TestRmi.configure(RmiProcess::configure);
        var received = new AtomicInteger();
        Callable target = () -> {};
        var stub = (Callable) UnicastRemoteObject.exportObject(
                target, 0, new Lane("local-pings-test", Lane.REQUESTS), port -> new PingCounter(port, received));
        try {
            long callBefore = System.nanoTime();
            stub.call();
            for (int soon = 0; soon < CALLS; ) {
                Thread.sleep(IDLE_MILLIS);
                int before = received.get();
                long start = System.nanoTime();
                stub.call();
                if (System.nanoTime() - callBefore < LocalPings.HEARD_RECENTLY.toNanos()) {
                    assertThat(received).hasValue(before);
                    soon++;
                }
                callBefore = start;
            }
        } finally {
            UnicastRemoteObject.unexportObject(target, true);
        }
    }

    /** An object that can be called. */
    public interface Callable extends Remote {
        void call() throws RemoteException;
    }

    /** A server socket that counts the pings which its connections receive. */
    private static final class PingCounter extends ServerSocket {
        private final AtomicInteger received;

        PingCounter(int port, AtomicInteger received) throws IOException {
            super(port, 1, InetAddress.getLoopbackAddress());
            this.received = received;
        }

        @Override
        public Socket accept() throws IOException {
            var socket = new Socket() {
                @Override
                public InputStream getInputStream() throws IOException {
                    return counting(super.getInputStream());
                }
            };
            implAccept(socket);
            return socket;
        }

        private InputStream counting(InputStream in) {
            return new FilterInputStream(in) {
                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    int read = super.read(bytes, from, length);
                    if (read == 1 && bytes[from] == PING) {
                        received.incrementAndGet();
                    }
                    return read;
                }
            };
        }
    }
}
