package justhungry.benchmarks.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;
import org.apache.zookeeper.server.quorum.QuorumPeerMain;

/** ZooKeeper: an ensemble of three, from the library, in processes with the flags of our back ends. */
final class ZooKeeperPeer extends PeerSystem {
    private static final int SESSION_MILLIS = 30_000;
    private static final int ANY_VERSION = -1;
    private static final List<ACL> FOR_ALL = Collections.singletonList(new ACL(Perms.ALL, new Id("world", "anyone")));

    private final String servers;

    private ZooKeeperPeer(PeerProcesses processes, String servers) {
        super(processes);
        this.servers = servers;
    }

    /** Starts it. */
    static ZooKeeperPeer start(Path directory) throws Exception {
        var processes = new PeerProcesses(directory);
        try {
            var members = new ArrayList<Member>();
            for (int id = 1; id <= 3; id++) {
                members.add(
                        new Member(id, PeerProcesses.freePort(), PeerProcesses.freePort(), PeerProcesses.freePort()));
            }
            for (var member : members) {
                processes.start("server" + member.id, member.clients, command(directory, member, members));
            }
            var peer = new ZooKeeperPeer(
                    processes,
                    members.stream()
                            .map(member -> "127.0.0.1:" + member.clients)
                            .collect(Collectors.joining(",")));
            peer.awaitOrders();
            return peer;
        } catch (Exception e) {
            processes.close();
            throw e;
        }
    }

    private static List<String> command(Path directory, Member member, List<Member> members) throws IOException {
        var data = Files.createDirectory(directory.resolve("data" + member.id));
        Files.writeString(data.resolve("myid"), Integer.toString(member.id));
        var settings = Files.writeString(directory.resolve("server%d.cfg".formatted(member.id)), """
                tickTime=2000
                initLimit=10
                syncLimit=5
                maxClientCnxns=0
                admin.enableServer=false
                dataDir=%s
                clientPort=%d
                clientPortAddress=127.0.0.1
                %s
                """.formatted(
                        data, member.clients, members.stream().map(Member::line).collect(Collectors.joining("\n"))));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                QuorumPeerMain.class.getName(),
                settings.toString());
    }

    /** A member of the ensemble, with its ports. */
    private record Member(int id, int clients, int peers, int election) {
        String line() {
            return "server.%d=127.0.0.1:%d:%d".formatted(id, peers, election);
        }
    }

    @Override
    public String name() {
        return "ZooKeeper (3 servers)";
    }

    @Override
    public String difference() {
        return "a transaction makes a node for the order and sets the data of the client's reply; two of three disks have it"
                + " when it is answered; no front end";
    }

    @Override
    PeerConnection connect() throws Exception {
        var connected = new CountDownLatch(1);
        var session = new ZooKeeper(servers, SESSION_MILLIS, event -> {
            if (event.getState() == KeeperState.SyncConnected) {
                connected.countDown();
            }
        });
        if (!connected.await(10, TimeUnit.SECONDS)) {
            session.close();
            throw new IOException("no ZooKeeper server answers");
        }
        return new ZooKeeperConnection(session);
    }

    /** A session with a node of its own for its orders, and for its last reply. */
    private static final class ZooKeeperConnection implements PeerConnection {
        private final ZooKeeper session;
        private final String node = "/" + PeerOrder.client();
        private long sequence;

        ZooKeeperConnection(ZooKeeper session) throws KeeperException, InterruptedException {
            this.session = session;
            session.create(node, new byte[0], FOR_ALL, CreateMode.PERSISTENT);
        }

        @Override
        public void order() throws KeeperException, InterruptedException {
            sequence++;
            session.multi(List.of(
                    Op.create(node + "/" + sequence, PeerOrder.ORDER, FOR_ALL, CreateMode.PERSISTENT),
                    Op.setData(node, PeerOrder.reply(sequence), ANY_VERSION)));
        }

        @Override
        public void close() {
            try {
                session.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
