package justhungry.benchmarks.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The peers that can run on this machine. */
public final class InstalledPeers implements AutoCloseable {
    private final List<PeerSystem> running = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    private InstalledPeers() {}

    /** Starts those that are installed. */
    public static InstalledPeers start(Path directory) throws Exception {
        var peers = new InstalledPeers();
        try {
            peers.startIf(
                    PeerProcesses.find("redis-server"),
                    "Redis",
                    "redis-server",
                    server -> RedisPeer.start(server, Files.createDirectory(directory.resolve("redis"))));
            peers.startIf(
                    postgres(),
                    "PostgreSQL",
                    "postgresql",
                    programs -> PostgresPeer.start(programs, Files.createDirectory(directory.resolve("postgresql"))));
            peers.startIf(
                    PeerProcesses.find("etcd"),
                    "etcd",
                    "etcd-server",
                    server -> EtcdPeer.start(server, Files.createDirectory(directory.resolve("etcd"))));
            peers.running.add(ZooKeeperPeer.start(Files.createDirectory(directory.resolve("zookeeper"))));
            return peers;
        } catch (Exception e) {
            peers.close();
            throw e;
        }
    }

    private void startIf(Optional<Path> installed, String name, String debianPackage, Start start) throws Exception {
        if (installed.isPresent()) {
            running.add(start.from(installed.get()));
        } else {
            missing.add("%s is left out: it is not installed (Debian's package is %s)".formatted(name, debianPackage));
        }
    }

    /** The directory of PostgreSQL's programs, the newest version's first. */
    private static Optional<Path> postgres() throws IOException {
        var debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                var found = versions.map(version -> version.resolve("bin"))
                        .filter(programs -> Files.isExecutable(programs.resolve("initdb")))
                        .max(Path::compareTo);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return PeerProcesses.find("initdb").map(Path::getParent);
    }

    public List<PeerSystem> running() {
        return List.copyOf(running);
    }

    /** A line for each peer that is left out, with the reason. */
    public List<String> missing() {
        return List.copyOf(missing);
    }

    @Override
    public void close() {
        running.forEach(PeerSystem::close);
    }

    /** The start of a peer that is installed in this place. */
    private interface Start {
        PeerSystem from(Path installed) throws Exception;
    }
}
