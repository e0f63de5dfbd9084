package justhungry.platform.rmi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.rmi.server.RMIServerSocketFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Server sockets that accept a limited number of connections, in all and from one address; more are closed at once. RMI
 * gives every connection a thread, without a limit.
 *
 * @param bindTo the address to listen at; null for every address of this host
 */
public record CappedServerSockets(@Nullable InetAddress bindTo, int max, int maxFromOneAddress)
        implements RMIServerSocketFactory {
    /** Connections that wait to be accepted: hundreds of clients may start at once, and none should be kept waiting. */
    private static final int BACKLOG = 1_000;

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return new CappedServerSocket(port);
    }

    private final class CappedServerSocket extends ServerSocket {
        private final Map<InetAddress, Integer> open = new HashMap<>();
        private int all;

        CappedServerSocket(int port) throws IOException {
            super(port, BACKLOG, bindTo);
        }

        @Override
        public Socket accept() throws IOException {
            while (true) {
                var socket = new CountedSocket(this);
                implAccept(socket);
                if (admit(socket)) {
                    return socket;
                }
                socket.close();
            }
        }

        private synchronized boolean admit(CountedSocket socket) {
            int fromThere = open.getOrDefault(socket.getInetAddress(), 0);
            if (all >= max || fromThere >= maxFromOneAddress) {
                return false;
            }
            all++;
            open.put(socket.getInetAddress(), fromThere + 1);
            socket.counted.set(true);
            return true;
        }

        private synchronized void release(InetAddress address) {
            all--;
            open.computeIfPresent(address, (any, count) -> count > 1 ? count - 1 : null);
        }
    }

    /** A socket that gives its place back when it is closed, once. */
    private static final class CountedSocket extends Socket {
        private final CappedServerSocket server;
        private final AtomicBoolean counted = new AtomicBoolean();

        CountedSocket(CappedServerSocket server) {
            this.server = server;
        }

        @Override
        public synchronized void close() throws IOException {
            if (counted.compareAndSet(true, false)) {
                server.release(getInetAddress());
            }
            super.close();
        }
    }
}
