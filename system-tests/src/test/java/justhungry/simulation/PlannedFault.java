package justhungry.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A planned fault. The schedule is drawn before the run begins, so that any fault can be left out without changing the
 * others.
 *
 * @param number the number within the schedule, from 1
 * @param at the time since the run began
 * @param one chooses a process: any number of 0 or more
 * @param other chooses another, likewise
 * @param part from 0 to 1, for a fault that happens half-way
 * @param duration the time until it is repaired
 */
record PlannedFault(
        int number, Duration at, SimulatedFaultKind kind, int one, int other, double part, Duration duration) {
    private static final Duration MIN_WAIT = Duration.ofMillis(50);
    private static final Duration MAX_WAIT = Duration.ofMillis(2_500);
    private static final Duration MIN_DURATION = Duration.ofMillis(5);
    private static final Duration MAX_DURATION = Duration.ofSeconds(4);

    /** The kind of a fault, with its frequency relative to the others. */
    enum SimulatedFaultKind {
        CRASH(7),
        PAUSE(5),
        CUT_LINK(2),
        BAD_NETWORK(2),
        LATE_NETWORK(2),
        LOSE_REGISTER_ANSWERS(2),
        WIPE(1),
        OLD_DISK(3),
        CRASH_NAME_SERVER(1),
        CRASH_FRONT_END(1),
        PAUSE_FRONT_END(2),
        CRASH_ALL_BACK_ENDS(1),
        ISOLATE(3),
        DISK_FAILS(3),
        CONFUSED_PEER(3),
        CONFUSED_REPLICA(1),
        IMPOSTOR(1),
        REQUESTS_BROKEN(2);

        private final int weight;

        SimulatedFaultKind(int weight) {
            this.weight = weight;
        }

        private static final List<SimulatedFaultKind> WEIGHTED = weighted();

        private static List<SimulatedFaultKind> weighted() {
            var all = new ArrayList<SimulatedFaultKind>();
            for (var kind : values()) {
                for (int i = 0; i < kind.weight; i++) {
                    all.add(kind);
                }
            }
            return List.copyOf(all);
        }
    }

    /** A seed's schedule. */
    static List<PlannedFault> schedule(long seed, Duration end) {
        var random = new Random(~seed);
        var plannedFaults = new ArrayList<PlannedFault>();
        var at = between(random, MIN_WAIT, MAX_WAIT);
        while (at.compareTo(end) < 0) {
            plannedFaults.add(new PlannedFault(
                    plannedFaults.size() + 1,
                    at,
                    SimulatedFaultKind.WEIGHTED.get(random.nextInt(SimulatedFaultKind.WEIGHTED.size())),
                    random.nextInt(Integer.MAX_VALUE),
                    random.nextInt(Integer.MAX_VALUE),
                    random.nextDouble(),
                    between(random, MIN_DURATION, MAX_DURATION)));
            at = at.plus(between(random, MIN_WAIT, MAX_WAIT));
        }
        return plannedFaults;
    }

    private static Duration between(Random random, Duration least, Duration most) {
        return least.plusNanos((long) (random.nextDouble() * most.minus(least).toNanos()));
    }
}
