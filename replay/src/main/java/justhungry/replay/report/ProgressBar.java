package justhungry.replay.report;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import justhungry.replay.run.RequestRecord;
import justhungry.replay.run.RunEvent;
import justhungry.replay.run.RunListener;

/** A progress bar of a run, on one line of the terminal that is redrawn, and erased at the end. */
public final class ProgressBar implements RunListener {
    private static final long REDRAW_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int CELLS = 24;
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream terminal;
    private final long total;
    private long completed;
    private long drawnAt = -REDRAW_INTERVAL_NANOS;
    private boolean shown;
    private String lastFault = "";

    /**
     * An empty bar.
     *
     * @param total the number of the script's requests
     */
    public ProgressBar(PrintStream terminal, long total) {
        this.terminal = terminal;
        this.total = total;
    }

    /**
     * A printer of lines on the same terminal, which take the bar's place; the bar is drawn again with the next event. For
     * listeners to the same run.
     */
    public Consumer<String> printer(Consumer<String> print) {
        return line -> {
            erase();
            print.accept(line);
        };
    }

    /** As {@link #printer(Consumer)}, for a stream. */
    public Consumer<String> printer(PrintStream stream) {
        return printer(line -> {
            stream.println(line);
            stream.flush();
        });
    }

    @Override
    public void onRequestCompleted(RequestRecord request) {
        completed++;
    }

    @Override
    public void onFaultInjected(RunEvent.FaultInjected event) {
        lastFault = "  " + event.fault().label() + " " + String.join(", ", event.names());
    }

    @Override
    public void onEvent(RunEvent event) throws IOException {
        event.deliverTo(this);
        if (!shown || event.at() >= drawnAt + REDRAW_INTERVAL_NANOS) {
            drawnAt = event.at();
            draw();
        }
    }

    @Override
    public void onIdle() {
        draw();
    }

    @Override
    public void close() {
        erase();
    }

    private void draw() {
        int full = (int) (completed * CELLS / Math.max(1, total));
        terminal.printf(
                "%s[%s%s] %,d of %,d%s",
                ERASE,
                "#".repeat(Math.min(CELLS, full)),
                "-".repeat(Math.max(0, CELLS - full)),
                completed,
                total,
                lastFault);
        terminal.flush();
        shown = true;
    }

    private void erase() {
        if (shown) {
            terminal.print(ERASE);
            terminal.flush();
            shown = false;
        }
    }
}
