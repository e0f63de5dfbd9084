package justhungry.cli.replay;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import justhungry.cli.script.Rate;

/** Hands out the turns of a repeat, with the times at which their requests are to begin. Any thread may ask. */
final class Turns {
    private final ReentrantLock lock = new ReentrantLock();
    private final int turns;
    private final int requests;
    private final Optional<Arrivals> arrivals;
    private int begun;

    /** Turns of a closed loop: each begins when somebody has time for it. */
    static Turns closed(int turns, int requests) {
        return new Turns(turns, requests, Optional.empty());
    }

    /** Turns of an open loop, which come by chance at a mean rate, whatever the cluster does: a Poisson process. */
    static Turns open(int turns, int requests, Rate rate, Random random, long first) {
        return new Turns(turns, requests, Optional.of(new Arrivals(rate, random, first)));
    }

    private Turns(int turns, int requests, Optional<Arrivals> arrivals) {
        this.turns = turns;
        this.requests = requests;
        this.arrivals = arrivals;
    }

    /**
     * One turn.
     *
     * @param planned when each of its requests is to begin; empty in a closed loop
     */
    record Turn(Optional<long[]> planned) {}

    /** The next turn; empty when all have begun. */
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

    /** When requests come. Belongs to whoever has the lock. */
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
