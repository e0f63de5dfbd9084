package justhungry.system;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import justhungry.api.shop.UserId;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** The waits of customers between two acknowledged orders, in microseconds. Any thread may record one. */
final class OutageTracker {
    private static final int DIGITS = 3;

    private final Map<UserId, Long> lastAnswerNanos = new ConcurrentHashMap<>();
    private final Recorder recorder = new Recorder(DIGITS);

    void onAnswer(UserId user) {
        long now = System.nanoTime();
        var last = lastAnswerNanos.put(user, now);
        if (last != null) {
            recorder.recordValue(TimeUnit.NANOSECONDS.toMicros(now - last));
        }
    }

    /** The waits since the last call. */
    Histogram take() {
        return recorder.getIntervalHistogram();
    }
}
