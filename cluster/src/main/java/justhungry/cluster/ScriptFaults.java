package justhungry.cluster;

import java.util.List;
import java.util.function.Function;
import justhungry.api.process.ExitCode;
import justhungry.api.rmi.NameServerAddress;
import justhungry.cli.replay.FaultInjector;
import justhungry.cluster.local.ClusterException;
import justhungry.cluster.local.LocalCluster;
import justhungry.cluster.local.Targets;
import justhungry.cluster.status.ClusterProbe;

/** The injector of a script's faults into processes of a cluster on this machine. */
final class ScriptFaults implements FaultInjector {
    private final Access access;

    /** Exclusive access to the cluster. */
    @FunctionalInterface
    interface Access {
        List<String> with(Function<LocalCluster, List<String>> work);
    }

    private ScriptFaults(Access access) {
        this.access = access;
    }

    /** Faults for the cluster of this process. */
    static ScriptFaults on(LocalCluster cluster) {
        return new ScriptFaults(work -> work.apply(cluster));
    }

    /** Faults for the cluster that up started, which other commands may change in the meantime. */
    static ScriptFaults inBackground(Surroundings context) {
        return new ScriptFaults(work -> changed(context, work));
    }

    @SuppressWarnings("try") // the lock is held, not used
    private static List<String> changed(Surroundings context, Function<LocalCluster, List<String>> work) {
        try (var lock = context.lock()) {
            var cluster = context.requireCluster();
            try {
                return work.apply(cluster);
            } finally {
                context.file().write(cluster);
            }
        }
    }

    @Override
    public boolean knows(String target) {
        return !access.with(cluster -> cluster.seats().stream()
                        .map(slot -> slot.name())
                        .filter(target::equals)
                        .toList())
                .isEmpty();
    }

    @Override
    public List<String> strike(justhungry.cli.script.Fault fault, String target) throws NotNowException {
        try {
            return access.with(cluster -> strike(cluster, Fault.valueOf(fault.name()), target));
        } catch (ClusterException e) {
            if (e.exitCode() == ExitCode.UNAVAILABLE) {
                throw new NotNowException(e.getMessage());
            }
            throw e;
        }
    }

    private static List<String> strike(LocalCluster cluster, Fault fault, String target) {
        try (var probe = new ClusterProbe(NameServerAddress.parse(cluster.nameserver()))) {
            var names = new Targets(cluster, () -> probe.look(cluster.seats()).view()).find(target);
            fault.strike(cluster, names);
            return names;
        }
    }
}
