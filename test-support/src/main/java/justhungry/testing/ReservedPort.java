package justhungry.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A port of this machine that no other process is given, also while the server that listens there is dead. A socket is
 * bound to it, and never listens; the server may, for both allow the reuse of their address.
 */
public final class ReservedPort implements AutoCloseable {
    private final Socket socket = new Socket();

    public ReservedPort() throws IOException {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(0));
    }

    public int number() {
        return socket.getLocalPort();
    }

    /** Whether a server could listen there. The kernel lets go of a port a moment after RMI does. */
    public boolean isFree() {
        try {
            new ServerSocket(number()).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
