package justhungry.frontend.forwarding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import justhungry.api.client.PrimaryTrace;
import justhungry.api.client.RequestTrace;
import justhungry.api.client.RequestTrace.Attempt;
import org.jspecify.annotations.Nullable;

/** The attempts to have one traced request carried out. Its monitor guards it: senders add, the client's thread reads. */
public final class AttemptRecorder {
    private final List<Attempt> attempts = new ArrayList<>();

    /**
     * Adds an attempt that has ended.
     *
     * @param start on {@link System#nanoTime}
     * @param answer null when there was none
     */
    synchronized void add(String backend, long epoch, long start, @Nullable PrimaryTrace answer) {
        if (attempts.size() < RequestTrace.MAX_ATTEMPTS) {
            attempts.add(new Attempt(backend, epoch, microsSince(start), answer));
        }
    }

    /** The attempts so far, the oldest first. */
    public synchronized List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    private static long microsSince(long nanoTime) {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - nanoTime);
    }
}
