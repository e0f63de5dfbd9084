package justhungry.cli.cluster;

import java.util.List;
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
import justhungry.cluster.status.ClusterProbe;
import justhungry.cluster.status.ProcessReachability;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.process.ExitCode;

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
        return cluster().orElseThrow(() -> outOfReach(otherNameServer()));
    }

    private NameServerAddress otherNameServer() {
        try {
            return NameServerAddress.defaultForServers(context.environment());
        } catch (IllegalArgumentException e) {
            throw new ClusterException(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The error that the processes of a cluster cannot be broken or repaired from here, because it is not the one in the
     * background: the name server at that address is asked whether there is one at all.
     */
    public ClusterException outOfReach(NameServerAddress address) {
        try (var probe = new ClusterProbe(address)) {
            var found = probe.fetchPatiently(List.of(), slow -> {}).nameserverReachability();
            return new ClusterException(reason(found).formatted(address)
                    + cluster()
                            .map(other -> "; the one in the background is at " + other.nameserver())
                            .orElse("; to start one in the background: just-hungry up"));
        }
    }

    private static String reason(ProcessReachability nameserver) {
        return switch (nameserver) {
            case UP ->
                "the cluster at %s was not started with just-hungry up on this machine: kill, pause and start its processes by hand";
            case DOWN -> "there is no cluster: nothing listens at %s";
            default -> "no name server has answered at %s, and no cluster in the background has that address";
        };
    }

    /** The lock of the commands that change the cluster: one at a time. */
    public ClusterFile.ClusterLock lock() {
        return file().lock(() ->
                context.err().println("Another command is changing the cluster; waiting for it to finish…"));
    }
}
