package justhungry.replay.run;

import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The requests of a run that wait for an answer, with the beginning of the silence: the time since when at least one has
 * waited and none was answered. Times are in nanoseconds since the start of the run. Any thread may call it.
 */
final class WaitingRequests {
    private final ReentrantLock lock = new ReentrantLock();
    private int waiting;
    private long silentSince;

    /** Notes that a request begins to wait. */
    void onSent(long now) {
        lock.lock();
        try {
            if (waiting++ == 0) {
                silentSince = now;
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Notes an answer.
     *
     * @return the beginning of the silence that it ends
     */
    long onAnswered(long now) {
        lock.lock();
        try {
            waiting--;
            long since = Math.min(silentSince, now);
            silentSince = Math.max(silentSince, now);
            return since;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Notes that a request was given up without an answer.
     *
     * @return the beginning of the silence, which goes on if another one waits
     */
    long onGivenUp(long now) {
        lock.lock();
        try {
            waiting--;
            return Math.min(silentSince, now);
        } finally {
            lock.unlock();
        }
    }

    /** The beginning of the silence; empty when nothing waits. */
    OptionalLong silentSince() {
        lock.lock();
        try {
            return waiting == 0 ? OptionalLong.empty() : OptionalLong.of(silentSince);
        } finally {
            lock.unlock();
        }
    }
}
