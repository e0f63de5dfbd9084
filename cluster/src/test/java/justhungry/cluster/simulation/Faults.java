package justhungry.cluster.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Strikes at random, for a time: crashes, pauses, cut and bad links, emptied disks, a name server or a front end away. */
final class Faults {
    private static final Duration SHORTEST = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private final Simulation simulation;
    private final SimulatedCluster cluster;
    private final List<String> struck = new ArrayList<>();
    private boolean ended;

    Faults(Simulation simulation, SimulatedCluster cluster) {
        this.simulation = simulation;
        this.cluster = cluster;
    }

    void begin() {
        strikeLater();
    }

    /** What has struck so far, for the report of a failure. */
    List<String> struck() {
        return struck;
    }

    /** Everything comes back, and nothing strikes any more. */
    void end() {
        ended = true;
        cluster.network().heal();
        cluster.processes().forEach(Faults::revive);
    }

    private void strikeLater() {
        simulation.after(simulation.between(Duration.ofMillis(50), Duration.ofMillis(2_500)), () -> {
            if (!ended) {
                strike();
                strikeLater();
            }
        });
    }

    private void strike() {
        int kind = simulation.random().nextInt(23);
        if (kind < 7) {
            crash(anyBackend());
        } else if (kind < 12) {
            pause(anyBackend());
        } else if (kind < 14) {
            cutLink();
        } else if (kind < 16) {
            badNetwork();
        } else if (kind < 17) {
            wipe(anyBackend());
        } else if (kind < 18) {
            crash(cluster.nameServer());
        } else if (kind < 19) {
            crash(any(cluster.frontends()));
        } else if (kind < 20) {
            cluster.backends().forEach(this::crash);
        } else {
            isolate(anyBackend());
        }
    }

    private void crash(SimulatedProcess process) {
        if (process.isUp()) {
            note("crash " + process.name());
            process.crash();
            later(() -> revive(process));
        }
    }

    private void pause(SimulatedProcess process) {
        if (process.isUp() && !process.isPaused()) {
            note("pause " + process.name());
            process.pause();
            later(() -> revive(process));
        }
    }

    /** Only while others hold what that disk holds: two in-sync members must be left. */
    private void wipe(SimulatedBackend backend) {
        var others = cluster.nameServer().current().inSync().stream()
                .filter(member -> !member.equals(backend.member()))
                .filter(member -> cluster.backends().stream()
                        .anyMatch(other -> other.member().equals(member)))
                .count();
        if (backend.isUp() && others >= 2) {
            note("wipe " + backend.name());
            backend.crash();
            backend.wipe();
            later(() -> revive(backend));
        }
    }

    private void cutLink() {
        var processes = cluster.processes();
        var from = any(processes).name();
        var to = any(processes).name();
        note("cut " + from + " to " + to);
        cluster.network().cut(from, to);
        later(() -> cluster.network().heal());
    }

    /** Cut off from all but, perhaps, one front end: to that one it looks as if all were well. */
    private void isolate(SimulatedBackend backend) {
        var reached = any(cluster.frontends());
        note("isolate " + backend.name() + " but for " + reached.name());
        for (var other : cluster.processes()) {
            if (!other.equals(reached)) {
                cluster.network().cut(backend.name(), other.name());
                cluster.network().cut(other.name(), backend.name());
            }
        }
        simulation.after(LONGEST, cluster.network()::heal);
    }

    private void badNetwork() {
        note("bad network");
        cluster.network().becomeBad(0.05, Duration.ofMillis(100));
        later(() -> cluster.network().heal());
    }

    private void later(Runnable work) {
        simulation.after(simulation.between(SHORTEST, LONGEST), work);
    }

    private static void revive(SimulatedProcess process) {
        if (!process.isUp()) {
            process.restart();
        } else if (process.isPaused()) {
            process.resume();
        }
    }

    private void note(String what) {
        struck.add("%d ms: %s".formatted(simulation.now().toMillis(), what));
    }

    private SimulatedBackend anyBackend() {
        return any(cluster.backends());
    }

    private <T> T any(List<T> from) {
        return from.get(simulation.random().nextInt(from.size()));
    }
}
