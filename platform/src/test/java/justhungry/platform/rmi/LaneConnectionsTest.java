package justhungry.platform.rmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import justhungry.testing.ReservedPort;
import org.junit.jupiter.api.Test;

/** Tests of connections to a host of several addresses. */
class LaneConnectionsTest {
    private static final Lane LANE = new Lane("lane-connections-test", "requests");

    @Test
    void whenAProcessListensAtTheSecondAddressOfItsHost_thenItIsFound() throws IOException {
        try (var server = listenAt("127.0.0.2");
                var socket = LaneConnections.open(
                        LANE, List.of(address("127.0.0.1"), address("127.0.0.2")), server.getLocalPort())) {
            assertThat(socket.getInetAddress()).isEqualTo(address("127.0.0.2"));
        }
    }

    @Test
    void whenNothingListensAtAnyAddress_thenTheConnectionIsRefused() throws IOException {
        try (var nobodys = new ReservedPort()) {
            assertThatThrownBy(() -> LaneConnections.open(
                            LANE, List.of(address("127.0.0.2"), address("127.0.0.3")), nobodys.number()))
                    .isInstanceOf(ConnectException.class);
        }
    }

    /** The process may be at the other address, cut off. */
    @Test
    void whenOneAddressRefusesAndAnotherIsSilent_thenItIsNoRefusal() throws Exception {
        try (var silent = listenAt("127.0.0.2");
                var queue = new FullBacklog(silent)) {
            queue.fill();
            assertThatThrownBy(() -> LaneConnections.open(
                            LANE, List.of(address("127.0.0.1"), address("127.0.0.2")), silent.getLocalPort()))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    /** Not every system has more than one loopback address. */
    private static ServerSocket listenAt(String address) throws IOException {
        try {
            return new ServerSocket(0, 1, address(address));
        } catch (IOException e) {
            assumeTrue(false, "this machine has no address " + address);
            throw e;
        }
    }

    private static InetAddress address(String text) throws IOException {
        return InetAddress.getByName(text);
    }
}
