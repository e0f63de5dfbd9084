package justhungry.replay.run;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import justhungry.replay.script.model.RequestRate;

/** The iterations of a repeat, handed out with the planned times of their requests. Any thread may call it. */
final class IterationSchedule {
    private final ReentrantLock lock = new ReentrantLock();
    private final int iterations;
    private final int requests;
    private final Optional<Arrivals> arrivals;
    private int started;

    /** The iterations of a closed loop: each starts when a client is free. */
    static IterationSchedule closed(int iterations, int requests) {
        return new IterationSchedule(iterations, requests, Optional.empty());
    }

    /**
     * The iterations of an open loop: they arrive at random with a mean rate, whatever the cluster does (a Poisson
     * process).
     */
    static IterationSchedule open(int iterations, int requests, RequestRate rate, Random random, long first) {
        return new IterationSchedule(iterations, requests, Optional.of(new Arrivals(rate, random, first)));
    }

    private IterationSchedule(int iterations, int requests, Optional<Arrivals> arrivals) {
        this.iterations = iterations;
        this.requests = requests;
        this.arrivals = arrivals;
    }

    /**
     * One iteration.
     *
     * @param planned the time at which each of its requests is to start; empty in a closed loop
     */
    record Iteration(Optional<long[]> planned) {}

    /** The next iteration; empty when all have started. */
    Optional<Iteration> next() {
        lock.lock();
        try {
            if (started == iterations) {
                return Optional.empty();
            }
            started++;
            return Optional.of(new Iteration(arrivals.map(some -> some.next(requests))));
        } finally {
            lock.unlock();
        }
    }

    /** The random arrival times of requests. Guarded by the lock. */
    private static final class Arrivals {
        private final double mean;
        private final Random random;
        private double next;

        Arrivals(RequestRate rate, Random random, long first) {
            this.mean = rate.meanIntervalNanos();
            this.random = random;
            this.next = first;
        }

        long[] next(int requests) {
            var times = new long[requests];
            for (int i = 0; i < requests; i++) {
                times[i] = (long) next;
                next += -Math.log(1 - random.nextDouble()) * mean;
            }
            return times;
        }
    }
}
