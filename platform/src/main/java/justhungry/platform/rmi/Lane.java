package justhungry.platform.rmi;

import java.io.IOException;
import java.io.Serializable;
import java.net.Socket;
import java.rmi.server.RMIClientSocketFactory;
import java.util.Set;

/**
 * The connections to one remote object of one process, for one purpose. It travels inside the stub. Lanes that are not
 * equal share no connection: a heartbeat on a lane of its own never queues behind requests.
 *
 * @param peer the process that is called, as {@code server1}
 * @param purpose what the connections carry, as {@code requests}
 */
public record Lane(String peer, String purpose) implements RMIClientSocketFactory, Serializable {
    /** The purpose of the calls from a client to a front end. */
    public static final String ORDERS = "orders";

    /** The purpose of the calls from a front end to the primary. */
    public static final String REQUESTS = "requests";

    /** The purpose of the calls from the primary to a replica. */
    public static final String REPLICATION = "replication";

    private static final Set<String> OF_ORDERS = Set.of(ORDERS, REQUESTS, REPLICATION);
    private static final int MAX_CHARS = 100;

    public Lane {
        if (peer.length() > MAX_CHARS || purpose.length() > MAX_CHARS) {
            throw new IllegalArgumentException("a lane's name is longer than %d characters".formatted(MAX_CHARS));
        }
    }

    /** Whether an order takes this lane: there a round trip counts. */
    boolean isOfOrders() {
        return OF_ORDERS.contains(purpose);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return LaneConnections.open(this, host, port);
    }
}
