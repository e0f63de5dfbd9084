package justhungry.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The injector of a schedule's faults: crashes, pauses, cut and bad links, wiped and failing disks. */
final class SimulatedFaults {
    private static final Duration LATE_BEFORE_CUT = Duration.ofMillis(100);

    private final SimulationScheduler simulation;
    private final SimulatedCluster cluster;
    private final List<String> injected = new ArrayList<>();
    private boolean ended;

    SimulatedFaults(SimulationScheduler simulation, SimulatedCluster cluster) {
        this.simulation = simulation;
        this.cluster = cluster;
    }

    void plan(List<PlannedFault> schedule) {
        schedule.forEach(planned -> simulation.after(planned.at(), () -> inject(planned)));
    }

    /** The faults injected so far, for the report of a failure. */
    List<String> injected() {
        return injected;
    }

    /** Repairs and restarts everything. */
    void end() {
        ended = true;
        cluster.network().heal();
        cluster.backends().forEach(backend -> backend.store().disk().repair());
        cluster.processes().forEach(SimulatedFaults::revive);
    }

    private void inject(PlannedFault planned) {
        var backend = chosen(cluster.backends(), planned.one());
        switch (planned.kind()) {
            case CRASH -> crash(planned, backend);
            case PAUSE -> pause(planned, backend);
            case CUT_LINK -> cutLink(planned);
            case BAD_NETWORK -> badNetwork(planned);
            case LATE_NETWORK -> lateNetwork(planned);
            case LOSE_REGISTER_ANSWERS -> loseRegisterAnswers(planned);
            case WIPE -> wipe(planned, backend);
            case CRASH_NAME_SERVER -> crash(planned, cluster.nameServer());
            case CRASH_FRONT_END -> crash(planned, chosen(cluster.frontends(), planned.one()));
            case CRASH_ALL_BACK_ENDS -> cluster.backends().forEach(each -> crash(planned, each));
            case ISOLATE -> isolate(planned, backend);
            case DISK_FAILS -> failDisk(planned, backend);
        }
    }

    private void crash(PlannedFault planned, SimulatedProcess process) {
        if (process.isUp()) {
            note(planned, "crash " + process.name());
            process.crash();
            later(planned, () -> revive(process));
        }
    }

    private void pause(PlannedFault planned, SimulatedProcess process) {
        if (process.isUp() && !process.isPaused()) {
            note(planned, "pause " + process.name());
            process.pause();
            later(planned, () -> revive(process));
        }
    }

    /** Wipes a disk, but only if two other in-sync members are left, which hold its data. */
    private void wipe(PlannedFault planned, SimulatedBackend backend) {
        var others = cluster.nameServer().current().inSync().stream()
                .filter(member -> !member.equals(backend.member()))
                .filter(member -> cluster.backends().stream()
                        .anyMatch(other -> other.member().equals(member)))
                .count();
        if (backend.isUp() && others >= 2) {
            note(planned, "wipe " + backend.name());
            backend.crash();
            backend.wipe();
            later(planned, () -> revive(backend));
        }
    }

    /** Makes the next write of the log stop half-way, which ends the process: full disk, failed fsync, torn write. */
    private void failDisk(PlannedFault planned, SimulatedBackend backend) {
        if (backend.isUp()) {
            note(planned, "the next write of %s fails after %.2f of it".formatted(backend.name(), planned.part()));
            backend.store().disk().failNextWrite(planned.part());
            later(planned, () -> {
                backend.store().disk().repair();
                revive(backend);
            });
        }
    }

    private void cutLink(PlannedFault planned) {
        var processes = cluster.processes();
        var from = chosen(processes, planned.one()).name();
        var to = chosen(processes, planned.other()).name();
        note(planned, "cut " + from + " to " + to);
        cluster.network().cut(from, to);
        later(planned, cluster.network()::heal);
    }

    /**
     * Cuts a back end off from all but, perhaps, one front end, to which it seems healthy. Half of the messages in
     * flight then arrive so late that another back end may be primary.
     */
    private void isolate(PlannedFault planned, SimulatedBackend backend) {
        var reached = chosen(cluster.frontends(), planned.other());
        note(planned, "isolate " + backend.name() + " but for " + reached.name());
        cluster.network().becomeLate();
        simulation.after(LATE_BEFORE_CUT, () -> {
            if (!ended) {
                cutOff(backend, reached);
                later(planned, cluster.network()::heal);
            }
        });
    }

    private void cutOff(SimulatedBackend backend, SimulatedFrontend reached) {
        for (var other : cluster.processes()) {
            if (!other.equals(reached)) {
                cluster.network().cut(backend.name(), other.name());
                cluster.network().cut(other.name(), backend.name());
            }
        }
    }

    private void badNetwork(PlannedFault planned) {
        note(planned, "bad network");
        cluster.network().becomeBad();
        later(planned, cluster.network()::heal);
    }

    private void lateNetwork(PlannedFault planned) {
        note(planned, "late network");
        cluster.network().becomeLate();
        later(planned, cluster.network()::heal);
    }

    /** Loses the name server's answers: it accepts views, but those that proposed them do not learn of it. */
    private void loseRegisterAnswers(PlannedFault planned) {
        note(planned, "answers of the name server are lost");
        cluster.backends()
                .forEach(backend -> cluster.network().cut(cluster.nameServer().name(), backend.name()));
        later(planned, cluster.network()::heal);
    }

    private void later(PlannedFault planned, Runnable repair) {
        simulation.after(planned.duration(), repair);
    }

    private static void revive(SimulatedProcess process) {
        if (!process.isUp()) {
            process.restart();
        } else if (process.isPaused()) {
            process.resume();
        }
    }

    private void note(PlannedFault planned, String what) {
        injected.add("%d ms: %s (fault %d)".formatted(simulation.now().toMillis(), what, planned.number()));
    }

    private static <T> T chosen(List<T> from, int number) {
        return from.get(number % from.size());
    }
}
