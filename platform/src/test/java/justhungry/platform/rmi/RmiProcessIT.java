package justhungry.platform.rmi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.rmi.UnmarshalException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import justhungry.testing.ChildJvm;
import justhungry.testing.TestRmi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of RMI's waits; by default most of them have none. Trap E1. */
class RmiProcessIT {
    private static final long DEADLINE_SECONDS = 30;

    /** The time after which a connection attempt shows that the listener's queue is full. */
    private static final int CONNECT_TIMEOUT_MILLIS = 200;

    @BeforeAll
    static void configureRmi() {
        TestRmi.configure(RmiProcess::configure);
    }

    @ParameterizedTest
    @CsvSource({
        "sun.rmi.transport.tcp.responseTimeout, 300000",
        "sun.rmi.transport.tcp.handshakeTimeout, 1000",
        "sun.rmi.transport.tcp.readTimeout, 30000",
        "sun.rmi.transport.connectionTimeout, 5000",
        "java.rmi.server.hostname, 127.0.0.1",
        "java.rmi.server.useCodebaseOnly, true"
    })
    void everySettingThatRmiReadsIsMade(String property, String value) {
        assertThat(System.getProperty(property)).isEqualTo(value);
    }

    @Test
    void whenAPeerTakesACallAndNeverAnswers_thenTheCallEndsByItsLongestTime() throws Exception {
        var caller = ChildJvm.start(CallWithoutAnswer.class);
        try {
            assertThat(caller.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS))
                    .as("the call ends")
                    .isTrue();
            assertThat(caller.inputReader(UTF_8).readLine())
                    .isEqualTo(UnmarshalException.class.getName() + " by " + SocketTimeoutException.class.getName());
        } finally {
            caller.destroyForcibly();
        }
    }

    @Test
    void whenNobodyAnswersAConnect_thenItEndsByItsOwnTimeOut_notByTheKernelsTwoMinutes() throws Exception {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var queue = new Queue(listener)) {
            queue.fill();

            var failure = CompletableFuture.supplyAsync(() -> catchThrowable(
                    () -> new Lane("deaf", "requests").createSocket("127.0.0.1", listener.getLocalPort())));

            assertThat(failure.get(DEADLINE_SECONDS, TimeUnit.SECONDS)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    /** The connections that the kernel has accepted for a listener which never does. */
    private record Queue(ServerSocket listener, List<Socket> connected) implements AutoCloseable {
        Queue(ServerSocket listener) {
            this(listener, new ArrayList<>());
        }

        /** Until the kernel drops what comes next, as if the packets were lost. */
        void fill() throws IOException {
            while (connects()) {
                // There is room for more.
            }
        }

        private boolean connects() throws IOException {
            var socket = new Socket();
            connected.add(socket);
            try {
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort()),
                        CONNECT_TIMEOUT_MILLIS);
                return true;
            } catch (SocketTimeoutException e) {
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            for (var socket : connected) {
                socket.close();
            }
        }
    }
}
