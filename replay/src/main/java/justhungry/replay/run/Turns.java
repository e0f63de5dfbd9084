package justhungry.replay.run;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import justhungry.replay.script.model.Rate;

/** The iterations of a repeat, handed out with the planned times of their requests. Any thread may call it. */
final class Turns {
    private final ReentrantLock lock = new ReentrantLock();
    private final int turns;
    private final int requests;
    private final Optional<Arrivals> arrivals;
    private int begun;

    /** The iterations of a closed loop: each starts when a client is free. */
    static Turns closed(int turns, int requests) {
        return new Turns(turns, requests, Optional.empty());
    }

    /**
     * The iterations of an open loop: they arrive at random with a mean rate, whatever the cluster does (a Poisson
     * process).
     */
    static Turns open(int turns, int requests, Rate rate, Random random, long first) {
        return new Turns(turns, requests, Optional.of(new Arrivals(rate, random, first)));
    }

    private Turns(int turns, int requests, Optional<Arrivals> arrivals) {
        this.turns = turns;
        this.requests = requests;
        this.arrivals = arrivals;
    }

    /**
     * One iteration.
     *
     * @param planned the time at which each of its requests is to start; empty in a closed loop
     */
    record Turn(Optional<long[]> planned) {}

    /** The next iteration; empty when all have started. */
    Optional<Turn> next() {
        lock.lock();
        try {
            if (begun == turns) {
                return Optional.empty();
            }
            begun++;
            return Optional.of(new Turn(arrivals.map(some -> some.next(requests))));
        } finally {
            lock.unlock();
        }
    }

    /** The random arrival times of requests. Guarded by the lock. */
    private static final class Arrivals {
        private final double mean;
        private final Random random;
        private double next;

        Arrivals(Rate rate, Random random, long first) {
            this.mean = rate.nanosBetween();
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
