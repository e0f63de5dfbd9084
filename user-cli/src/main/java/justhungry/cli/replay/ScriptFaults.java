package justhungry.cli.replay;

import java.util.List;
import java.util.function.Function;
import justhungry.cli.cluster.Fault;
import justhungry.cli.cluster.Surroundings;
import justhungry.cluster.process.ClusterException;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.Targets;
import justhungry.cluster.status.ClusterProbe;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.process.ExitCode;
import justhungry.replay.run.FaultInjector;

/** The injector of a script's faults into processes of a cluster on this machine. */
public final class ScriptFaults implements FaultInjector {
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
    public static ScriptFaults on(LocalCluster cluster) {
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
    public List<String> strike(justhungry.replay.script.model.Fault fault, String target) throws NotNowException {
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
