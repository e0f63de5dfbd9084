package justhungry.simulation;

import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;
import justhungry.backend.replication.Entry;
import justhungry.backend.storage.LogBounds;
import justhungry.backend.storage.LogEntries;
import justhungry.backend.storage.LogPosition;

/**
 * The log on a simulated disk: what its methods have done survives a crash. A write may fail half-way; its torn record
 * is gone when the log is read again.
 */
final class SimulatedDisk implements LogEntries {
    private final NavigableMap<Long, Entry> entries = new TreeMap<>();
    private final Runnable onSync;
    private final Consumer<Runnable> unsynced;
    private LogPosition base = LogPosition.START;
    private long epoch;
    private OptionalDouble failure = OptionalDouble.empty();

    /**
     * Creates an empty disk.
     *
     * @param onSync makes the other writes to the same disk durable, with every write of the log
     * @param unsynced takes a write that becomes durable only with a later one
     */
    SimulatedDisk(Runnable onSync, Consumer<Runnable> unsynced) {
        this.onSync = onSync;
        this.unsynced = unsynced;
    }

    /** A disk with what this one has now. */
    void copyTo(SimulatedDisk other) {
        other.entries.putAll(entries);
        other.base = base;
        other.epoch = epoch;
    }

    /** Makes the next write fail after a part of it was written: from 0, nothing, to 1, everything. */
    void failNextWrite(double written) {
        failure = OptionalDouble.of(written);
    }

    /** Lets all writes succeed again. */
    void repair() {
        failure = OptionalDouble.empty();
    }

    /** The bounds of the log when it is opened. */
    LogBounds bounds() {
        var extent = new LogBounds(base);
        entries.values().forEach(extent::append);
        return extent;
    }

    long epoch() {
        return epoch;
    }

    void restartAt(LogPosition newBase) {
        entries.clear();
        base = newBase;
    }

    @Override
    public Entry get(long index) {
        return Objects.requireNonNull(entries.get(index));
    }

    @Override
    public void add(List<Entry> added) {
        write(written -> added.stream()
                .limit(Math.round(written * added.size()))
                .forEach(entry -> entries.put(entry.index(), entry)));
    }

    @Override
    public void removeAfter(LogPosition newLast, long oldLast) {
        write(whole(() -> entries.tailMap(newLast.index(), false).clear()));
    }

    @Override
    public void removeThrough(LogPosition newBase, long first) {
        unsynced.accept(() -> {
            entries.headMap(newBase.index(), true).clear();
            base = newBase;
        });
    }

    @Override
    public void saveEpoch(long seen, LogPosition last) {
        write(whole(() -> epoch = seen));
    }

    private void write(PartialWrite writing) {
        double written = failure.orElse(1);
        writing.write(written);
        if (written > 0) {
            onSync.run();
        }
        if (failure.isPresent()) {
            failure = OptionalDouble.empty();
            throw new DiskFailedException();
        }
    }

    private static PartialWrite whole(Runnable work) {
        return written -> {
            if (written > 0.5) {
                work.run();
            }
        };
    }

    private interface PartialWrite {
        void write(double part);
    }
}
