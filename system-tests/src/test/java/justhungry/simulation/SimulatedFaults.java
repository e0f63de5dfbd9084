package justhungry.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The injector of a schedule's faults: crashes, pauses, cut and bad links, wiped and failing disks. */
final class SimulatedFaults {
    private static final int CONFUSED_CALLS = 5;
    private static final Duration LATE_BEFORE_CUT = Duration.ofMillis(100);

    private final SimulationScheduler simulation;
    private final SimulatedCluster cluster;
    private final ConfusedPeer confusedPeer;
    private final List<String> injected = new ArrayList<>();
    private final Set<SimulatedBackend> withLostDisk = new HashSet<>();
    private boolean ended;

    SimulatedFaults(SimulationScheduler simulation, SimulatedCluster cluster) {
        this.simulation = simulation;
        this.cluster = cluster;
        this.confusedPeer = new ConfusedPeer(cluster.nameServer());
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
            case OLD_DISK -> putBack(planned, backend);
            case CRASH_NAME_SERVER -> crash(planned, cluster.nameServer());
            case CRASH_FRONT_END -> crash(planned, chosen(cluster.frontends(), planned.one()));
            case PAUSE_FRONT_END -> pause(planned, chosen(cluster.frontends(), planned.one()));
            case CRASH_ALL_BACK_ENDS -> cluster.backends().forEach(each -> crash(planned, each));
            case ISOLATE -> isolate(planned, backend);
            case DISK_FAILS -> failDisk(planned, backend);
            case CONFUSED_PEER -> callInConfusion(planned, backend);
            case CONFUSED_REPLICA -> confuse(planned, backend);
            case IMPOSTOR -> replace(planned, backend);
            case REQUESTS_BROKEN -> breakRequests(planned, backend);
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
        if (backend.isUp() && othersHoldItsData(backend)) {
            note(planned, "wipe " + backend.name());
            backend.crash();
            backend.wipe();
            withLostDisk.add(backend);
            later(planned, () -> revive(backend));
        }
    }

    /** Puts a disk back from an earlier moment, on the same condition. */
    private void putBack(PlannedFault planned, SimulatedBackend backend) {
        if (backend.isUp() && othersHoldItsData(backend) && backend.putBack(planned.part())) {
            note(planned, "%s gets an old disk back".formatted(backend.name()));
            withLostDisk.add(backend);
            later(planned, () -> revive(backend));
        }
    }

    /**
     * Whether two other in-sync members hold its data, and every back end that lost its disk before is in sync again: a view
     * that is proposed already may be accepted later, with any two members.
     */
    private boolean othersHoldItsData(SimulatedBackend backend) {
        var inSync = cluster.nameServer().current().inSync();
        if (!withLostDisk.stream().allMatch(lost -> !lost.hasOldDisk() && inSync.contains(lost.member()))) {
            return false;
        }
        var others = inSync.stream()
                .filter(member -> !member.equals(backend.member()))
                .filter(member -> cluster.backends().stream()
                        .anyMatch(other -> other.member().equals(member) && !other.hasOldDisk()))
                .count();
        return others >= 2;
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

    /** Calls a back end, several times, as no healthy process does. */
    private void callInConfusion(PlannedFault planned, SimulatedBackend backend) {
        note(planned, "a confused peer calls " + backend.name());
        for (int part = 0; part < CONFUSED_CALLS; part++) {
            simulation.after(
                    planned.duration().multipliedBy(part).dividedBy(CONFUSED_CALLS), () -> confusedPeer.call(backend));
        }
    }

    private void confuse(PlannedFault planned, SimulatedBackend backend) {
        note(planned, "confuse " + backend.name());
        backend.confuse(true);
        later(planned, () -> backend.confuse(false));
    }

    private void replace(PlannedFault planned, SimulatedBackend backend) {
        note(planned, "an impostor takes the requests for " + backend.name());
        backend.replaceByImpostor(true);
        later(planned, () -> backend.replaceByImpostor(false));
    }

    /** Nobody repairs it: the front ends have to notice. One at a time, for there must be another that can serve. */
    private void breakRequests(PlannedFault planned, SimulatedBackend backend) {
        if (backend.isUp() && cluster.backends().stream().noneMatch(SimulatedBackend::hasBrokenRequests)) {
            note(planned, "%s answers no more requests".formatted(backend.name()));
            backend.breakRequests();
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
