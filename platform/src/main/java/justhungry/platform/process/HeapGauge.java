package justhungry.platform.process;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Optional;

/**
 * A gauge of what fills this process's heap for good: the part of the old space that is in use after a garbage collection. It works
 * with every collector of the JDK that has an old space, such as the serial one and G1. Used by one thread.
 */
public final class HeapGauge {
    /** In per cent. What is left has to be enough for what is under way, and for answering reads. */
    private static final int FULL = 90;

    private static final Duration FIRST_INTERVAL = Duration.ofSeconds(10);
    private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);
    private static final long MEGABYTE = 1 << 20;

    private final Optional<MemoryPoolMXBean> oldSpace;
    private Optional<Duration> lastCollection = Optional.empty();
    private Duration interval = FIRST_INTERVAL;

    public HeapGauge() {
        oldSpace = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(HeapGauge::isOld)
                .findFirst();
        oldSpace.ifPresent(pool -> {
            pool.setUsageThreshold(fullBytes(pool));
            pool.setCollectionUsageThreshold(fullBytes(pool));
        });
    }

    /** Only an old space has a threshold for its usage: others are full before each collection. */
    private static boolean isOld(MemoryPoolMXBean pool) {
        return pool.getType() == MemoryType.HEAP
                && pool.isUsageThresholdSupported()
                && pool.isCollectionUsageThresholdSupported()
                && pool.getUsage().getMax() > 0;
    }

    private static long fullBytes(MemoryPoolMXBean pool) {
        return pool.getUsage().getMax() / 100 * FULL;
    }

    /**
     * What is in use, in words, when the heap is nearly full; empty when it has room, or cannot be gauged. It asks for a
     * collection, which may stop the process for a second, when only that can tell what is in use: some collectors do none
     * before the heap is full, and none when nothing is allocated any more. It does so ever more rarely while that frees
     * nothing.
     *
     * @param now since any fixed moment
     */
    public Optional<String> shortage(Duration now) {
        return oldSpace.filter(pool -> isFull(pool, now)).map(HeapGauge::inWords);
    }

    private boolean isFull(MemoryPoolMXBean pool, Duration now) {
        if (!pool.isUsageThresholdExceeded()) {
            interval = FIRST_INTERVAL;
            return false;
        }
        if (lastCollection.map(last -> now.minus(last).compareTo(interval) >= 0).orElse(true)) {
            System.gc();
            lastCollection = Optional.of(now);
            interval = min(interval.multipliedBy(2), LONGEST_INTERVAL);
        }
        return pool.isCollectionUsageThresholdExceeded();
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String inWords(MemoryPoolMXBean pool) {
        var inUse = pool.getCollectionUsage();
        return "%d of %d MB are in use after a garbage collection"
                .formatted(inUse.getUsed() / MEGABYTE, inUse.getMax() / MEGABYTE);
    }
}
