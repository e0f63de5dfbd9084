package justhungry.benchmarks.peer;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** etcd: a cluster of three. Its messages are written here byte by byte, since an order needs only one kind of them. */
final class EtcdPeer extends PeerSystem {
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);
    private static final MethodDescriptor<byte[], byte[]> TRANSACTION = MethodDescriptor.<byte[], byte[]>newBuilder()
            .setType(MethodType.UNARY)
            .setFullMethodName("etcdserverpb.KV/Txn")
            .setRequestMarshaller(new Bytes())
            .setResponseMarshaller(new Bytes())
            .build();

    private final int port;

    private EtcdPeer(PeerProcesses processes, int port) {
        super(processes);
        this.port = port;
    }

    /** Starts it. */
    static EtcdPeer start(Path server, Path directory) throws Exception {
        var processes = new PeerProcesses(directory);
        try {
            var members = new ArrayList<Member>();
            for (var name : List.of("one", "other", "third")) {
                members.add(new Member(name, PeerProcesses.freePort(), PeerProcesses.freePort()));
            }
            var cluster = members.stream().map(Member::peerName).collect(Collectors.joining(","));
            for (var member : members) {
                processes.start(member.name, member.peers, member.command(server, directory, cluster));
            }
            var peer = new EtcdPeer(processes, members.get(0).clients);
            peer.awaitOrders();
            return peer;
        } catch (Exception e) {
            processes.close();
            throw e;
        }
    }

    /** A member of the cluster, with its ports. */
    private record Member(String name, int clients, int peers) {
        String peerName() {
            return name + "=" + url(peers);
        }

        List<String> command(Path server, Path directory, String cluster) {
            return List.of(
                    server.toString(),
                    "--name",
                    name,
                    "--data-dir",
                    directory.resolve(name).toString(),
                    "--listen-client-urls",
                    url(clients),
                    "--advertise-client-urls",
                    url(clients),
                    "--listen-peer-urls",
                    url(peers),
                    "--initial-advertise-peer-urls",
                    url(peers),
                    "--initial-cluster",
                    cluster,
                    "--initial-cluster-state",
                    "new");
        }

        private static String url(int port) {
            return "http://127.0.0.1:" + port;
        }
    }

    @Override
    public String name() {
        return "etcd (3 servers)";
    }

    @Override
    public String difference() {
        return "a transaction puts the order and the client's reply, by gRPC to the same server for all clients; two of three"
                + " disks have it when it is answered; no front end";
    }

    @Override
    PeerConnection connect() {
        return new EtcdConnection(NettyChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .directExecutor()
                .build());
    }

    /** A connection of one client. */
    private static final class EtcdConnection implements PeerConnection {
        private final ManagedChannel channel;
        private final byte[] client = PeerOrder.bytes("reply/" + PeerOrder.client());
        private final String orders = "order/" + PeerOrder.client() + "/";
        private long sequence;

        EtcdConnection(ManagedChannel channel) {
            this.channel = channel;
        }

        @Override
        public void order() {
            sequence++;
            var put = put(PeerOrder.bytes(orders + sequence), PeerOrder.ORDER);
            var reply = put(client, PeerOrder.reply(sequence));
            var deadline = CallOptions.DEFAULT.withDeadlineAfter(CALL_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            ClientCalls.blockingUnaryCall(channel, TRANSACTION, deadline, joined(put, reply));
        }

        /** An operation of a transaction: field 2 of TxnRequest, RequestOp.request_put, with a key and a value. */
        private static byte[] put(byte[] key, byte[] value) {
            return field(2, field(2, joined(field(1, key), field(2, value))));
        }

        @Override
        public void close() {
            channel.shutdownNow();
        }
    }

    /** A field of a protobuf message, with its length. */
    private static byte[] field(int number, byte[] value) {
        var bytes = new ByteArrayOutputStream();
        bytes.write((number << 3) | 2);
        int rest = value.length;
        for (; rest >= 0x80; rest >>>= 7) {
            bytes.write((rest & 0x7f) | 0x80);
        }
        bytes.write(rest);
        bytes.writeBytes(value);
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(one);
        bytes.writeBytes(other);
        return bytes.toByteArray();
    }

    /** Messages as they are on the wire. */
    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
