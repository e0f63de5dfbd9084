package justhungry.platform.rmi;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** The connections that the kernel has accepted for a listener which never does. */
record FullBacklog(ServerSocket listener, List<Socket> connected) implements AutoCloseable {
    /** The time after which a connection attempt shows that the listener's queue is full. */
    private static final int CONNECT_TIMEOUT_MILLIS = 200;

    FullBacklog(ServerSocket listener) {
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
                    new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()), CONNECT_TIMEOUT_MILLIS);
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
