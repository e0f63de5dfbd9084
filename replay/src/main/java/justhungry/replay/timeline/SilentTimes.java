package justhungry.replay.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The times of a run in which requests waited without an answer to any. It keeps at least the {@link #MAX_SILENCES} longest
 * ones that last for {@link #MIN_NANOS}.
 */
final class SilentTimes {
    private static final long MIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int MAX_SILENCES = 200;

    private final List<SilentTime> silences = new ArrayList<>();

    /** A time without an answer, in nanoseconds since the start of the run. */
    record SilentTime(long from, long to) {
        long nanos() {
            return to - from;
        }
    }

    void add(long from, long to) {
        if (to - from >= MIN_NANOS) {
            silences.add(new SilentTime(from, to));
        }
        if (silences.size() == 2 * MAX_SILENCES) {
            silences.sort(Comparator.comparingLong(SilentTime::nanos).reversed());
            silences.subList(MAX_SILENCES, silences.size()).clear();
        }
    }

    /** Those that last at least this long. */
    List<SilentTime> all(long minNanos) {
        return silences.stream().filter(silence -> silence.nanos() >= minNanos).toList();
    }
}
