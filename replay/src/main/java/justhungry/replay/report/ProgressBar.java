package justhungry.replay.report;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import justhungry.replay.run.Event;
import justhungry.replay.run.Sink;

/** A progress bar of a run, on one line of the terminal that is redrawn, and erased at the end. */
public final class ProgressBar implements Sink {
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int CELLS = 24;
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream terminal;
    private final long total;
    private long settled;
    private long drawnAt = -PERIOD;
    private boolean shown;
    private String news = "";

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
     * A sink that erases the bar before other sinks write on the same terminal; it comes before them in the list.
     *
     * @param written the events for which they write
     */
    public Sink eraser(Predicate<Event> written) {
        return event -> {
            if (written.test(event)) {
                erase();
            }
        };
    }

    @Override
    public void accept(Event event) {
        if (event instanceof Event.Answered) {
            settled++;
        } else if (event instanceof Event.Struck struck) {
            news = "  " + struck.fault().word() + " " + String.join(", ", struck.names());
        }
        if (!shown || event.at() >= drawnAt + PERIOD) {
            drawnAt = event.at();
            draw();
        }
    }

    @Override
    public void pause() {
        draw();
    }

    @Override
    public void close() {
        erase();
    }

    private void draw() {
        int full = (int) (settled * CELLS / Math.max(1, total));
        terminal.printf(
                "%s[%s%s] %,d of %,d%s",
                ERASE, "#".repeat(Math.min(CELLS, full)), "-".repeat(Math.max(0, CELLS - full)), settled, total, news);
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
