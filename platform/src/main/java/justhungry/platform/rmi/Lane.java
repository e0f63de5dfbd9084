package justhungry.platform.rmi;

import java.io.IOException;
import java.io.Serializable;
import java.net.Socket;
import java.rmi.server.RMIClientSocketFactory;

/**
 * The connections to one remote object of one process, for one purpose. It travels inside the stub. Lanes that are not
 * equal share no connection: a heartbeat on a lane of its own never queues behind requests.
 *
 * @param peer the process that is called, as {@code server1}
 * @param purpose what the connections carry, as {@code requests}
 */
public record Lane(String peer, String purpose) implements RMIClientSocketFactory, Serializable {
    private static final int MAX_CHARS = 100;

    public Lane {
        if (peer.length() > MAX_CHARS || purpose.length() > MAX_CHARS) {
            throw new IllegalArgumentException("a lane's name is longer than %d characters".formatted(MAX_CHARS));
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return LaneConnections.open(this, host, port);
    }
}
