package justhungry.benchmarks.peer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Redis: a primary and two replicas, each of which syncs its log before it answers, and an order that waits for both. */
final class RedisPeer extends PeerSystem {
    private static final int REPLICAS = 2;
    private static final String WAIT_MILLIS = "10000";

    private final int port;

    private RedisPeer(PeerProcesses processes, int port) {
        super(processes);
        this.port = port;
    }

    /** Starts it. */
    static RedisPeer start(Path server, Path directory) throws Exception {
        var processes = new PeerProcesses(directory);
        try {
            int primary = PeerProcesses.freePort();
            processes.start("primary", primary, command(server, directory.resolve("primary"), primary));
            for (var name : List.of("replica", "other replica")) {
                int port = PeerProcesses.freePort();
                var command = command(server, directory.resolve(name), port);
                command.addAll(List.of("--replicaof", "127.0.0.1 " + primary));
                processes.start(name, port, command);
            }
            var peer = new RedisPeer(processes, primary);
            peer.awaitOrders();
            return peer;
        } catch (Exception e) {
            processes.close();
            throw e;
        }
    }

    private static List<String> command(Path server, Path directory, int port) throws IOException {
        Files.createDirectory(directory);
        return new ArrayList<>(List.of(
                server.toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                directory.toString(),
                "--save",
                "",
                "--appendonly",
                "yes",
                "--appendfsync",
                "always"));
    }

    @Override
    public String name() {
        return "Redis (AOF always, WAIT 2)";
    }

    @Override
    public String difference() {
        return "MSET of the order and of the client's reply, and WAIT, in one message; no front end";
    }

    @Override
    PeerConnection connect() throws IOException {
        return new RedisConnection(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    @Override
    public Map<String, Long> processes() {
        var pids = super.processes();
        pids.remove("other replica");
        return pids;
    }

    /** A connection that speaks Redis's protocol: arrays of bulk strings there, a line back. */
    private static final class RedisConnection implements PeerConnection {
        private final Socket socket;
        private final InputStream replies;
        private final byte[] client = PeerOrder.bytes("reply:" + PeerOrder.client());
        private final String orders = "order:" + PeerOrder.client() + ":";
        private long sequence;

        RedisConnection(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            this.replies = new BufferedInputStream(socket.getInputStream());
        }

        @Override
        public void order() throws IOException {
            sequence++;
            var sent = new ByteArrayOutputStream();
            write(sent, "MSET", PeerOrder.bytes(orders + sequence), PeerOrder.ORDER, client, PeerOrder.reply(sequence));
            write(sent, "WAIT", PeerOrder.bytes(Integer.toString(REPLICAS)), PeerOrder.bytes(WAIT_MILLIS));
            socket.getOutputStream().write(sent.toByteArray());
            require("+OK");
            require(":" + REPLICAS);
        }

        private static void write(ByteArrayOutputStream sent, String command, byte[]... arguments) {
            sent.writeBytes(PeerOrder.bytes("*%d\r\n".formatted(arguments.length + 1)));
            bulk(sent, PeerOrder.bytes(command));
            for (var argument : arguments) {
                bulk(sent, argument);
            }
        }

        private static void bulk(ByteArrayOutputStream sent, byte[] text) {
            sent.writeBytes(PeerOrder.bytes("$%d\r\n".formatted(text.length)));
            sent.writeBytes(text);
            sent.writeBytes(PeerOrder.bytes("\r\n"));
        }

        private void require(String expected) throws IOException {
            var line = new StringBuilder();
            for (int next = replies.read(); next != '\n'; next = replies.read()) {
                if (next < 0) {
                    throw new EOFException("Redis closed the connection");
                }
                line.append((char) next);
            }
            if (!line.toString().strip().equals(expected)) {
                throw new IOException(
                        "Redis answered %s, not %s".formatted(line.toString().strip(), expected));
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
