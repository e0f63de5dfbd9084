package justhungry.replay.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import justhungry.replay.run.RequestRecord;
import justhungry.replay.run.RunListener;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** A writer of latencies, in nanoseconds, as an HdrHistogram log with one histogram for each second of the run. */
public final class HdrLog implements RunListener {
    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);
    static final int SIGNIFICANT_DIGITS = 3;

    private final PrintStream stream;
    private final HistogramLogWriter log;
    private final Histogram interval = new Histogram(SIGNIFICANT_DIGITS);
    private long intervalStart;

    public HdrLog(Path file) throws IOException {
        stream = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8);
        log = new HistogramLogWriter(stream);
        log.outputLogFormatVersion();
        log.outputComment("[latencies in nanoseconds, times in seconds since the start of the run]");
        log.outputLegend();
    }

    @Override
    public void onRequestCompleted(RequestRecord request) {
        if (request.isCompleted()) {
            long end = request.times().end();
            if (end >= intervalStart + INTERVAL_NANOS) {
                write(end);
            }
            interval.recordValue(request.times().latency());
        }
    }

    @Override
    public void close() throws IOException {
        write(intervalStart + INTERVAL_NANOS);
        boolean failed = stream.checkError();
        stream.close();
        if (failed) {
            throw new IOException("the histogram log could not be written");
        }
    }

    private void write(long end) {
        if (interval.getTotalCount() > 0) {
            log.outputIntervalHistogram(seconds(intervalStart), seconds(end), interval, 1.0);
            interval.reset();
        }
        intervalStart = end / INTERVAL_NANOS * INTERVAL_NANOS;
    }

    private static double seconds(long nanos) {
        return nanos / (double) INTERVAL_NANOS;
    }
}
