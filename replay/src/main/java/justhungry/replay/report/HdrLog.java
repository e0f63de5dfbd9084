package justhungry.replay.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import justhungry.replay.run.Event;
import justhungry.replay.run.Sink;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** A writer of latencies, in nanoseconds, as an HdrHistogram log with one histogram for each second of the run. */
public final class HdrLog implements Sink {
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);
    private static final int DIGITS = 3;

    private final PrintStream stream;
    private final HistogramLogWriter log;
    private final Histogram interval = new Histogram(DIGITS);
    private long begun;

    public HdrLog(Path file) throws IOException {
        stream = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8);
        log = new HistogramLogWriter(stream);
        log.outputLogFormatVersion();
        log.outputComment("[latencies in nanoseconds, times in seconds since the start of the run]");
        log.outputLegend();
    }

    @Override
    public void accept(Event event) {
        if (event instanceof Event.Answered answered && answered.exchange().isSettled()) {
            if (event.at() >= begun + INTERVAL) {
                write(event.at());
            }
            interval.recordValue(answered.exchange().times().latency());
        }
    }

    @Override
    public void close() throws IOException {
        write(begun + INTERVAL);
        boolean failed = stream.checkError();
        stream.close();
        if (failed) {
            throw new IOException("the histogram log could not be written");
        }
    }

    private void write(long end) {
        if (interval.getTotalCount() > 0) {
            log.outputIntervalHistogram(seconds(begun), seconds(end), interval, 1.0);
            interval.reset();
        }
        begun = end / INTERVAL * INTERVAL;
    }

    private static double seconds(long nanos) {
        return nanos / (double) INTERVAL;
    }
}
