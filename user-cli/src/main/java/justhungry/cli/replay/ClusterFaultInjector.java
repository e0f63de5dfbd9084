package justhungry.cli.replay;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import justhungry.cli.cluster.BackgroundCluster;
import justhungry.cli.cluster.FaultAction;
import justhungry.cluster.process.ClusterException;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.SignalWithoutEffectException;
import justhungry.cluster.process.TargetResolver;
import justhungry.cluster.status.ClusterProbe;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.process.ExitCode;
import justhungry.replay.run.FaultInjector;

/** The injector of a script's faults into processes of a cluster on this machine. */
public final class ClusterFaultInjector implements FaultInjector {
    private final ClusterAccess access;

    /** Exclusive access to the cluster. */
    @FunctionalInterface
    interface ClusterAccess {
        List<String> with(Function<LocalCluster, List<String>> work);
    }

    ClusterFaultInjector(ClusterAccess access) {
        this.access = access;
    }

    /** Faults for the cluster of this process. */
    public static ClusterFaultInjector on(LocalCluster cluster) {
        return new ClusterFaultInjector(work -> work.apply(cluster));
    }

    /** Faults for the cluster that up started, which other commands may change in the meantime. */
    static ClusterFaultInjector inBackground(BackgroundCluster background) {
        return new ClusterFaultInjector(work -> withLock(background, work));
    }

    @SuppressWarnings("try") // the lock is held, not used
    private static List<String> withLock(BackgroundCluster background, Function<LocalCluster, List<String>> work) {
        try (var lock = background.lock()) {
            return work.apply(background.requireCluster());
        }
    }

    @Override
    public boolean hasProcess(String target) {
        return !access.with(cluster -> cluster.slots().stream()
                        .map(slot -> slot.name())
                        .filter(target::equals)
                        .toList())
                .isEmpty();
    }

    @Override
    public List<String> inject(
            justhungry.replay.script.model.FaultType fault, String target, Consumer<List<String>> beforeInjection)
            throws TargetUnavailableException {
        try {
            return access.with(cluster -> inject(cluster, FaultAction.valueOf(fault.name()), target, beforeInjection));
        } catch (SignalWithoutEffectException e) {
            throw e;
        } catch (ClusterException e) {
            if (e.exitCode() == ExitCode.UNAVAILABLE) {
                throw new TargetUnavailableException(e.getMessage());
            }
            throw e;
        }
    }

    private static List<String> inject(
            LocalCluster cluster, FaultAction fault, String target, Consumer<List<String>> beforeInjection) {
        try (var probe = new ClusterProbe(NameServerAddress.parse(cluster.nameserver()))) {
            var names = new TargetResolver(
                            cluster, () -> probe.fetchStatus(cluster.slots()).view())
                    .resolve(target);
            beforeInjection.accept(names);
            fault.apply(cluster, names);
            return names;
        }
    }
}
