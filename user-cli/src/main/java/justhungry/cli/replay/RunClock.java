package justhungry.cli.replay;

import java.util.concurrent.TimeUnit;

/** Nanoseconds since a run began, by a clock that does not step. */
final class RunClock {
    private final long began = System.nanoTime();

    long now() {
        return System.nanoTime() - began;
    }

    /** Waits until then; not at all when it is past. */
    void sleepUntil(long then) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(then - now());
    }
}
