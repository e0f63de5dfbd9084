package justhungry.cli.replay;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The interrupt of a command by Ctrl-C, from when it has something to keep: between {@link #arm} and {@link #close}, its
 * thread is interrupted, and the process ends when the command has closed this, or after {@link #MAX_SECONDS}. Before, the
 * process ends at once.
 */
final class ShutdownInterrupt implements AutoCloseable {
    private static final int MAX_SECONDS = 10;

    private final Thread command = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interruptCommand, "ctrl-c");

    void arm() {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            command.interrupt(); // Ctrl-C was just before: the process ends now.
        }
    }

    private void interruptCommand() {
        command.interrupt();
        try {
            var unused = closed.await(MAX_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The process ends.
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is running: the process ends now.
        }
    }
}
