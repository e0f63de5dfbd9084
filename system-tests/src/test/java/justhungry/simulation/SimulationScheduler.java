package justhungry.simulation;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.Random;

/** The scheduler of a simulation: virtual time, seeded chance, and the events to come. */
final class SimulationScheduler {
    private final PriorityQueue<ScheduledEvent> events = new PriorityQueue<>();
    private final Random random;
    private Duration now = Duration.ZERO;
    private long number;

    SimulationScheduler(long seed) {
        this.random = new Random(seed);
    }

    Duration now() {
        return now;
    }

    Random random() {
        return random;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    Duration between(Duration least, Duration most) {
        return least.plusNanos((long) (random.nextDouble() * most.minus(least).toNanos()));
    }

    void after(Duration delay, Runnable work) {
        events.add(new ScheduledEvent(now.plus(delay), number++, work));
    }

    void every(Duration period, Runnable work) {
        after(period, () -> {
            work.run();
            every(period, work);
        });
    }

    /** Runs all events up to the given time. */
    void runUntil(Duration end, Runnable afterEach) {
        while (!events.isEmpty() && events.element().at().compareTo(end) <= 0) {
            var event = events.remove();
            now = event.at();
            event.work().run();
            afterEach.run();
        }
        now = end;
    }

    /** An event at its time. Of those at the same time, the one that was planned first comes first. */
    private record ScheduledEvent(Duration at, long number, Runnable work) implements Comparable<ScheduledEvent> {
        @Override
        public int compareTo(ScheduledEvent other) {
            int order = at.compareTo(other.at);
            return order != 0 ? order : Long.compare(number, other.number);
        }
    }
}
