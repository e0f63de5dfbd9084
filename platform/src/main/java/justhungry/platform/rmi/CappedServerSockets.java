package justhungry.platform.rmi;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.rmi.server.RMIServerSocketFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Server sockets that accept a limited number of connections, in all and from one address; more are closed at once. RMI
 * gives every connection a thread, without a limit. One that has said nothing for a while makes room for another.
 *
 * @param bindTo the address to listen at; null for every address of this host
 * @param patience the time in which the first byte of a connection should come
 */
public record CappedServerSockets(@Nullable InetAddress bindTo, int max, int maxFromOneAddress, Duration patience)
        implements RMIServerSocketFactory {
    /** Connections that wait to be accepted: hundreds of clients may start at once, and none should be kept waiting. */
    private static final int BACKLOG = 1_000;

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return new CappedServerSocket(port);
    }

    private final class CappedServerSocket extends ServerSocket {
        private final Map<InetAddress, Integer> open = new HashMap<>();

        /** Those that have said nothing yet, the oldest first. */
        private final Set<CountedSocket> silent = new LinkedHashSet<>();

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

        private boolean admit(CountedSocket socket) throws IOException {
            if (takePlace(socket)) {
                return true;
            }
            var idler = longSilent(socket.getInetAddress());
            if (idler.isPresent()) {
                idler.get().close();
            }
            return takePlace(socket);
        }

        private synchronized boolean takePlace(CountedSocket socket) {
            int fromThere = open.getOrDefault(socket.getInetAddress(), 0);
            if (all >= max || fromThere >= maxFromOneAddress) {
                return false;
            }
            all++;
            open.put(socket.getInetAddress(), fromThere + 1);
            silent.add(socket);
            socket.counted.set(true);
            return true;
        }

        /** One that is to make room: of the same address, when that has all of its places, else of any. */
        private synchronized Optional<CountedSocket> longSilent(InetAddress address) {
            boolean itsPlacesAreTaken = open.getOrDefault(address, 0) >= maxFromOneAddress;
            return silent.stream()
                    .filter(socket -> socket.age().compareTo(patience) >= 0)
                    .filter(socket -> !itsPlacesAreTaken || address.equals(socket.getInetAddress()))
                    .findFirst();
        }

        private synchronized void onFirstByte(CountedSocket socket) {
            silent.remove(socket);
        }

        private synchronized void release(CountedSocket socket) {
            all--;
            silent.remove(socket);
            open.computeIfPresent(socket.getInetAddress(), (any, count) -> count > 1 ? count - 1 : null);
        }
    }

    /** A socket that gives its place back when it is closed, once, and tells of its first byte. */
    private static final class CountedSocket extends Socket {
        private final CappedServerSocket server;
        private final long acceptedNanos = System.nanoTime();
        private final AtomicBoolean counted = new AtomicBoolean();

        CountedSocket(CappedServerSocket server) {
            this.server = server;
        }

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - acceptedNanos);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FirstByteStream(super.getInputStream(), () -> server.onFirstByte(this));
        }

        @Override
        public synchronized void close() throws IOException {
            if (counted.compareAndSet(true, false)) {
                server.release(this);
            }
            super.close();
        }
    }

    /** A stream that tells when the first byte has come. */
    private static final class FirstByteStream extends FilterInputStream {
        private final Runnable onFirstByte;
        private boolean begun;

        FirstByteStream(InputStream in, Runnable onFirstByte) {
            super(in);
            this.onFirstByte = onFirstByte;
        }

        @Override
        public int read() throws IOException {
            return noted(super.read());
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return noted(super.read(bytes, from, length));
        }

        private int noted(int result) {
            if (!begun && result >= 0) {
                begun = true;
                onFirstByte.run();
            }
            return result;
        }
    }
}
