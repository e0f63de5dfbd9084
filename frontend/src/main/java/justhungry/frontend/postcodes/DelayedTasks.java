package justhungry.frontend.postcodes;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer of tasks. */
interface DelayedTasks extends AutoCloseable {
    /** Runs a task once, after a delay. */
    void schedule(Runnable task, Duration delay);

    /** Drops the tasks that have not begun. */
    @Override
    default void close() {}

    /** A timer with a daemon thread of its own. */
    static DelayedTasks onThread(String name) {
        var executor = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        return new DelayedTasks() {
            @Override
            public void schedule(Runnable task, Duration delay) {
                var unused = executor.schedule(() -> run(task), delay.toMillis(), TimeUnit.MILLISECONDS);
            }

            @Override
            public void close() {
                executor.shutdownNow();
            }
        };
    }

    /** An executor would keep a task's failure to itself; it goes where the failures of all threads go. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            var thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }
}
