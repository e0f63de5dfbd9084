package justhungry.replay.run;

import java.util.concurrent.TimeUnit;

/** A monotonic clock of the nanoseconds since the start of a run. */
final class RunClock {
    private final long startNanos = System.nanoTime();

    long now() {
        return System.nanoTime() - startNanos;
    }

    /** Waits until a time; returns at once when it is past. */
    void sleepUntil(long then) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(then - now());
    }
}
