package justhungry.platform.rmi;

import java.rmi.RemoteException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * The calls that a server makes, as soon as it is ready, to a throw-away copy of itself. Java loads and compiles code only when
 * it runs, RMI's as well: without these calls the first callers wait for that.
 */
public final class WarmUpCalls {
    /** The system property that asks for the warm-up. Where both compilers run, it has not paid: decision 18. */
    private static final String WANTED = "justhungry.warmUp";

    private static final int CALLERS = 4;
    private static final int CALLS_OF_EACH = 1_000;

    /** The limit on a slow machine: the warm-up takes time from the first requests. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private WarmUpCalls() {}

    /** Whether this process is to warm up. */
    public static boolean areWanted() {
        return Boolean.getBoolean(WANTED);
    }

    /**
     * Makes the calls, from several threads, until there were enough or the time is up.
     *
     * @param newCaller makes the caller of a thread
     * @throws ExecutionException when a call failed
     */
    public static void make(Supplier<Caller> newCaller) throws ExecutionException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        var threads = Executors.newFixedThreadPool(CALLERS, work -> new Thread(work, "warm-up"));
        try {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < CALLERS; i++) {
                var caller = newCaller.get();
                running.add(threads.submit(() -> {
                    for (int number = 1; number <= CALLS_OF_EACH && System.nanoTime() < end; number++) {
                        caller.call(number);
                    }
                    return null;
                }));
            }
            for (var each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** One of the callers. */
    public interface Caller {
        /** Makes the call of that number: 1, 2, 3, …. */
        void call(int number) throws RemoteException;
    }
}
