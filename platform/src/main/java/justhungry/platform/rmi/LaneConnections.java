package justhungry.platform.rmi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
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
    /** The limit of a connect, for all addresses of a host together; RMI sets none of its own. */
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
        return open(lane, List.of(InetAddress.getAllByName(host)), port);
    }

    /**
     * Tries one address after the other: a process may listen at one of them only, as at {@code ::1} of localhost.
     *
     * @throws IOException the failure that says the least: it is a refusal only when every address refuses
     */
    static Socket open(Lane lane, List<InetAddress> addresses, int port) throws IOException {
        long deadline = System.nanoTime() + CONNECT_TIMEOUT.toNanos();
        var failures = new ArrayList<IOException>();
        for (var address : addresses) {
            long share = (deadline - System.nanoTime()) / (addresses.size() - failures.size());
            try {
                return open(lane, new InetSocketAddress(address, port), Duration.ofNanos(share));
            } catch (IOException e) {
                failures.add(e);
            }
        }
        throw failures.stream()
                .filter(failure -> !(failure instanceof ConnectException))
                .findFirst()
                .orElse(failures.get(0));
    }

    private static Socket open(Lane lane, InetSocketAddress address, Duration timeout) throws IOException {
        refuseWhenCut(lane);
        var socket = new TrackedSocket(lane);
        try {
            socket.connect(address, Math.max(1, Math.toIntExact(timeout.toMillis()))); // 0 would be no limit
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

    /** A socket that leaves the table when it is closed, by either side, and on an order's way answers RMI's pings. */
    private static final class TrackedSocket extends Socket {
        private final Lane lane;
        private final LocalPings pings = new LocalPings(this::isClosed, System::nanoTime);

        TrackedSocket(Lane lane) {
            this.lane = lane;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            var in = super.getInputStream();
            return lane.isOfOrders() ? pings.answersIn(in) : in;
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            var out = super.getOutputStream();
            return lane.isOfOrders() ? pings.questionsIn(out) : out;
        }

        @Override
        public synchronized void close() throws IOException {
            forget(this);
            super.close();
        }
    }
}
