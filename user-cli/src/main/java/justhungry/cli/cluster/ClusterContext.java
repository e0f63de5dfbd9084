package justhungry.cli.cluster;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import justhungry.cli.console.TerminalCapabilities;
import justhungry.cluster.process.ClusterException;
import justhungry.cluster.process.ClusterFile;
import justhungry.cluster.process.ClusterPaths;
import justhungry.cluster.process.Launcher;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.RoleLauncher;

/**
 * The context that a cluster command runs in.
 *
 * @param out for data
 * @param err for messages to a person
 * @param roles the commands that start the roles
 */
public record ClusterContext(
        Map<String, String> environment,
        PrintStream out,
        PrintStream err,
        TerminalCapabilities terminal,
        RoleLauncher roles) {
    ClusterPaths paths() {
        return ClusterPaths.of(environment);
    }

    public ClusterFile file() {
        return new ClusterFile(paths());
    }

    /** The cluster in the background; empty when there is none. */
    public Optional<LocalCluster> cluster() {
        return file().read().map(description -> LocalCluster.restored(description, Launcher.background(roles)));
    }

    public LocalCluster requireCluster() {
        return cluster()
                .orElseThrow(() -> new ClusterException(
                        "no cluster is running in the background; start one with: just-hungry up"));
    }

    /** The lock of the commands that change the cluster: one at a time. */
    public ClusterFile.ClusterLock lock() {
        return file().lock(() -> err.println("Another command is changing the cluster; waiting for it to finish…"));
    }

    /** The same, with plain lines. */
    public ClusterContext withPlainLines() {
        return new ClusterContext(environment, out, err, terminal.withPlainLines(), roles);
    }
}
