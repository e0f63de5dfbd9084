package justhungry.platform.rmi;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The open client connections of this JVM, by lane. A failure detector cuts a lane, and every call that waits on it ends
 * at once; RMI itself bounds neither a blocked write nor the pings to ten pooled connections of a stopped process.
 *
 * <p>The one static state of the project: RMI makes a lane by deserialising it inside a stub, so there is no constructor
 * through which a table could be handed to it.
 */
public final class LaneConnections {
    /** The limit of a connect; RMI sets none of its own. */
    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

    private static final Map<Lane, Set<Socket>> OPEN = new HashMap<>();
    private static final Set<Lane> CUT = new HashSet<>();

    private LaneConnections() {}

    /** Closes the lane's connections, and refuses new ones until {@link #allow}. */
    public static void cut(Lane lane) {
        List<Socket> open;
        synchronized (OPEN) {
            CUT.add(lane);
            open = new ArrayList<>(OPEN.getOrDefault(lane, Set.of()));
        }
        open.forEach(LaneConnections::closeQuietly);
    }

    /** Lets the lane connect again: its peer has been seen alive. */
    public static void allow(Lane lane) {
        synchronized (OPEN) {
            CUT.remove(lane);
        }
    }

    static Socket open(Lane lane, String host, int port) throws IOException {
        refuseWhenCut(lane);
        var socket = new TrackedSocket(lane);
        try {
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(CONNECT_TIMEOUT.toMillis()));
            synchronized (OPEN) {
                refuseWhenCut(lane);
                OPEN.computeIfAbsent(lane, any -> new HashSet<>()).add(socket);
            }
            return socket;
        } catch (IOException e) {
            closeQuietly(socket);
            throw e;
        }
    }

    /** A {@link ConnectException}, because RMI must report it as a request that was not executed. */
    private static void refuseWhenCut(Lane lane) throws ConnectException {
        synchronized (OPEN) {
            if (CUT.contains(lane)) {
                throw new ConnectException("%s is suspected to be down".formatted(lane.peer()));
            }
        }
    }

    private static void forget(TrackedSocket socket) {
        synchronized (OPEN) {
            OPEN.computeIfPresent(socket.lane, (lane, open) -> open.remove(socket) && open.isEmpty() ? null : open);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing is lost: the connection was to go away.
        }
    }

    /** A socket that leaves the table when it is closed, by either side. */
    private static final class TrackedSocket extends Socket {
        private final Lane lane;

        TrackedSocket(Lane lane) {
            this.lane = lane;
        }

        @Override
        public synchronized void close() throws IOException {
            forget(this);
            super.close();
        }
    }
}
