package justhungry.replay.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * The answers of a run in time buckets of equal width. There are at most {@link #MAX_BUCKETS} of them: when there would be
 * more, each becomes twice as wide.
 */
final class TimeBuckets {
    private static final int MAX_BUCKETS = 240;
    private static final int SIGNIFICANT_DIGITS = 2;

    private final List<Bucket> closed = new ArrayList<>();
    private final Histogram open = new Histogram(SIGNIFICANT_DIGITS);
    private long width = TimeUnit.MILLISECONDS.toNanos(50);

    /** The number and the latencies, in nanoseconds, of the answers in a bucket's time; all 0 when there are none. */
    record Bucket(long answers, long median, long p99, long max) {
        private static final Bucket EMPTY = new Bucket(0, 0, 0, 0);

        /** Both buckets in one. The median is that of the fuller one: the exact one would need all latencies. */
        private Bucket mergedWith(Bucket other) {
            return new Bucket(
                    answers + other.answers,
                    answers >= other.answers ? median : other.median,
                    Math.max(p99, other.p99),
                    Math.max(max, other.max));
        }
    }

    /** Adds an answer; one whose bucket is already closed counts in the open one. */
    void add(long at, long latency) {
        while (at >= (closed.size() + 1) * width) {
            close();
        }
        open.recordValue(latency);
    }

    /** All buckets, from the start of the run to the last answer. */
    List<Bucket> all() {
        var all = new ArrayList<>(closed);
        all.add(opened());
        return all;
    }

    /** The width of a bucket, in nanoseconds. */
    long width() {
        return width;
    }

    private void close() {
        closed.add(opened());
        open.reset();
        if (closed.size() == MAX_BUCKETS) {
            widen();
        }
    }

    private Bucket opened() {
        return open.getTotalCount() == 0
                ? Bucket.EMPTY
                : new Bucket(
                        open.getTotalCount(),
                        open.getValueAtPercentile(50),
                        open.getValueAtPercentile(99),
                        open.getMaxValue());
    }

    private void widen() {
        for (int i = 0; i < MAX_BUCKETS / 2; i++) {
            closed.set(i, closed.get(2 * i).mergedWith(closed.get(2 * i + 1)));
        }
        closed.subList(MAX_BUCKETS / 2, MAX_BUCKETS).clear();
        width *= 2;
    }
}
