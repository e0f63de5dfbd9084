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

    SimulatedFaults(SimulationScheduler simulation, SimulatedCluster cluster) {
        this.simulation = simulation;
        this.cluster = cluster;
    }

    void plan(List<PlannedFault> schedule) {
        schedule.forEach(strike -> simulation.after(strike.at(), () -> inject(strike)));
    }

    /** The faults injected so far, for the report of a failure. */
    List<String> injected() {
        return injected;
    }

    /** Repairs and restarts everything. */
    void end() {
        cluster.network().heal();
        cluster.backends().forEach(backend -> backend.store().disk().repair());
        cluster.processes().forEach(SimulatedFaults::revive);
    }

    private void inject(PlannedFault strike) {
        var backend = chosen(cluster.backends(), strike.one());
        switch (strike.kind()) {
            case CRASH -> crash(strike, backend);
            case PAUSE -> pause(strike, backend);
            case CUT_LINK -> cutLink(strike);
            case BAD_NETWORK -> badNetwork(strike);
            case LATE_NETWORK -> lateNetwork(strike);
            case LOSE_REGISTER_ANSWERS -> loseRegisterAnswers(strike);
            case WIPE -> wipe(strike, backend);
            case CRASH_NAME_SERVER -> crash(strike, cluster.nameServer());
            case CRASH_FRONT_END -> crash(strike, chosen(cluster.frontends(), strike.one()));
            case CRASH_ALL_BACK_ENDS -> cluster.backends().forEach(each -> crash(strike, each));
            case ISOLATE -> isolate(strike, backend);
            case DISK_FAILS -> failDisk(strike, backend);
        }
    }

    private void crash(PlannedFault strike, SimulatedProcess process) {
        if (process.isUp()) {
            note(strike, "crash " + process.name());
            process.crash();
            later(strike, () -> revive(process));
        }
    }

    private void pause(PlannedFault strike, SimulatedProcess process) {
        if (process.isUp() && !process.isPaused()) {
            note(strike, "pause " + process.name());
            process.pause();
            later(strike, () -> revive(process));
        }
    }

    /** Wipes a disk, but only if two other in-sync members are left, which hold its data. */
    private void wipe(PlannedFault strike, SimulatedBackend backend) {
        var others = cluster.nameServer().current().inSync().stream()
                .filter(member -> !member.equals(backend.member()))
                .filter(member -> cluster.backends().stream()
                        .anyMatch(other -> other.member().equals(member)))
                .count();
        if (backend.isUp() && others >= 2) {
            note(strike, "wipe " + backend.name());
            backend.crash();
            backend.wipe();
            later(strike, () -> revive(backend));
        }
    }

    /** Makes the next write of the log stop half-way, which ends the process: full disk, failed fsync, torn write. */
    private void failDisk(PlannedFault strike, SimulatedBackend backend) {
        if (backend.isUp()) {
            note(strike, "the next write of %s fails after %.2f of it".formatted(backend.name(), strike.part()));
            backend.store().disk().failNextWrite(strike.part());
            later(strike, () -> {
                backend.store().disk().repair();
                revive(backend);
            });
        }
    }

    private void cutLink(PlannedFault strike) {
        var processes = cluster.processes();
        var from = chosen(processes, strike.one()).name();
        var to = chosen(processes, strike.other()).name();
        note(strike, "cut " + from + " to " + to);
        cluster.network().cut(from, to);
        later(strike, cluster.network()::heal);
    }

    /**
     * Cuts a back end off from all but, perhaps, one front end, to which it seems healthy. Half of the messages in
     * flight then arrive so late that another back end may be primary.
     */
    private void isolate(PlannedFault strike, SimulatedBackend backend) {
        var reached = chosen(cluster.frontends(), strike.other());
        note(strike, "isolate " + backend.name() + " but for " + reached.name());
        cluster.network().becomeLate();
        simulation.after(LATE_BEFORE_CUT, () -> {
            cutOff(backend, reached);
            later(strike, cluster.network()::heal);
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

    private void badNetwork(PlannedFault strike) {
        note(strike, "bad network");
        cluster.network().becomeBad();
        later(strike, cluster.network()::heal);
    }

    private void lateNetwork(PlannedFault strike) {
        note(strike, "late network");
        cluster.network().becomeLate();
        later(strike, cluster.network()::heal);
    }

    /** Loses the name server's answers: it accepts views, but those that proposed them do not learn of it. */
    private void loseRegisterAnswers(PlannedFault strike) {
        note(strike, "answers of the name server are lost");
        cluster.backends()
                .forEach(backend -> cluster.network().cut(cluster.nameServer().name(), backend.name()));
        later(strike, cluster.network()::heal);
    }

    private void later(PlannedFault strike, Runnable repair) {
        simulation.after(strike.duration(), repair);
    }

    private static void revive(SimulatedProcess process) {
        if (!process.isUp()) {
            process.restart();
        } else if (process.isPaused()) {
            process.resume();
        }
    }

    private void note(PlannedFault strike, String what) {
        injected.add("%d ms: %s (strike %d)".formatted(simulation.now().toMillis(), what, strike.number()));
    }

    private static <T> T chosen(List<T> from, int number) {
        return from.get(number % from.size());
    }
}
