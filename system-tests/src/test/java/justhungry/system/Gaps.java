package justhungry.system;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import justhungry.api.UserId;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** How long the customers waited between two acknowledged orders, in microseconds. Any thread may tell it. */
final class Gaps {
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

    /** Those since the last time that this was asked. */
    Histogram take() {
        return recorder.getIntervalHistogram();
    }
}
