package justhungry.replay.run;

import java.util.concurrent.TimeUnit;

/** A monotonic clock of the nanoseconds since the start of a run. */
final class RunClock {
    private final long began = System.nanoTime();

    long now() {
        return System.nanoTime() - began;
    }

    /** Waits until a time; returns at once when it is past. */
    void sleepUntil(long then) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(then - now());
    }
}
