package justhungry.cli.demo;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import justhungry.cluster.process.OrphanGuard;
import justhungry.platform.process.FailureReason;
import org.jspecify.annotations.Nullable;

/** The end of a demonstration, however it comes: its processes end, and its directory is deleted. It runs once. */
final class DemoCleanup implements Runnable {
    private final OrphanGuard guards;
    private final DemoDirectory directory;
    private final PrintStream err;
    private final Runnable discardInput;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();

    /**
     * Makes it.
     *
     * @param discardInput discards what was typed for the demo: until the line that it has ended, nothing is for the shell
     */
    DemoCleanup(OrphanGuard guards, DemoDirectory directory, PrintStream err, Runnable discardInput) {
        this.guards = guards;
        this.directory = directory;
        this.err = err;
        this.discardInput = discardInput;
    }

    /** Whoever comes second waits for the first one. */
    @Override
    public void run() {
        if (!begun.compareAndSet(false, true)) {
            var unused = end.join();
            return;
        }
        try {
            guards.close();
            directory.delete();
            discardInput.run();
            err.println("The demo has ended, and its data is deleted.");
        } catch (UncheckedIOException e) {
            err.println("The demo has ended, but its data could not be deleted (%s). Delete it by hand: rm -r %s"
                    .formatted(FailureReason.withFile(e.getCause()), directory.path()));
        } finally {
            end.complete(null);
        }
    }

    boolean hasBegun() {
        return begun.get();
    }
}
