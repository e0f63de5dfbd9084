package justhungry.cli.cluster;

import java.util.Optional;
import justhungry.cli.command.CommandContext;
import justhungry.cli.command.CommandInvocation;
import justhungry.cluster.process.ClusterException;
import justhungry.cluster.process.ClusterFile;
import justhungry.cluster.process.ClusterPaths;
import justhungry.cluster.process.Launcher;
import justhungry.cluster.process.LocalCluster;

/** The cluster in the background, which {@code up} starts. */
public record BackgroundCluster(CommandContext context) {
    static BackgroundCluster of(CommandInvocation invocation) {
        return new BackgroundCluster(invocation.context());
    }

    ClusterPaths paths() {
        return ClusterPaths.of(context.environment());
    }

    public ClusterFile file() {
        return new ClusterFile(paths());
    }

    /** The cluster in the background; empty when there is none. */
    public Optional<LocalCluster> cluster() {
        return file().read()
                .map(description -> LocalCluster.restored(description, Launcher.background(context.roles())));
    }

    public LocalCluster requireCluster() {
        return cluster()
                .orElseThrow(() -> new ClusterException(
                        "no cluster is running in the background; start one with: just-hungry up"));
    }

    /** The lock of the commands that change the cluster: one at a time. */
    public ClusterFile.ClusterLock lock() {
        return file().lock(() ->
                context.err().println("Another command is changing the cluster; waiting for it to finish…"));
    }
}
