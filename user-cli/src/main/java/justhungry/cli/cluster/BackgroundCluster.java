package justhungry.cli.cluster;

import java.util.Optional;
import justhungry.cli.command.CommandContext;
import justhungry.cli.command.CommandInvocation;
import justhungry.cluster.process.ClusterException;
import justhungry.cluster.process.ClusterFile;
import justhungry.cluster.process.ClusterPaths;
import justhungry.cluster.process.ClusterState;
import justhungry.cluster.process.Launcher;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.OrphanGuard;

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

    /**
     * The cluster in the background; empty when there is none. Whoever changes it holds the {@link #lock}. Each change is
     * in the file at once; a process that is not in it yet ends with this one, however this one ends.
     */
    public Optional<LocalCluster> cluster() {
        return file().read().map(this::restored);
    }

    private LocalCluster restored(ClusterState description) {
        var unrecorded = new OrphanGuard();
        return LocalCluster.restored(description, Launcher.guarded(context.roles(), unrecorded), cluster -> {
            file().write(cluster);
            unrecorded.releaseAll();
        });
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
