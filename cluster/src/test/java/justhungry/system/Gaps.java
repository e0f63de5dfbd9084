package justhungry.system;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import justhungry.api.UserId;

/** The longest time that any customer waited between two acknowledged orders. Any thread may tell it. */
final class Gaps {
    private final Map<UserId, Long> lastAnswerNanos = new ConcurrentHashMap<>();
    private final AtomicLong longestNanos = new AtomicLong();

    void onAnswer(UserId user) {
        long now = System.nanoTime();
        var last = lastAnswerNanos.put(user, now);
        if (last != null) {
            longestNanos.accumulateAndGet(now - last, Math::max);
        }
    }

    /** The longest since the last time that this was asked. */
    Duration takeLongest() {
        return Duration.ofNanos(longestNanos.getAndSet(0));
    }
}
