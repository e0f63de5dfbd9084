package justhungry.cluster.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import justhungry.backend.replication.DurableLog;
import justhungry.backend.replication.Entry;

/** A log on a simulated disk: what its methods have done survives a crash. */
final class SimulatedLog implements DurableLog {
    private final Runnable onSync;
    private final List<Entry> entries = new ArrayList<>();
    private long baseIndex;
    private long baseEpoch;
    private int baseChecksum;
    private long epoch;

    /** @param onSync what else of the same disk becomes durable with every write of the log */
    SimulatedLog(Runnable onSync) {
        this.onSync = onSync;
    }

    @Override
    public long firstIndex() {
        return baseIndex + 1;
    }

    @Override
    public long lastIndex() {
        return baseIndex + entries.size();
    }

    @Override
    public long epochAt(long index) {
        return index == baseIndex ? baseEpoch : at(index).epoch();
    }

    @Override
    public int lastChecksum() {
        return checksumAt(lastIndex());
    }

    int checksumAt(long index) {
        return index == baseIndex ? baseChecksum : at(index).checksum();
    }

    @Override
    public List<Entry> read(long from, int mostEntries, int mostBytes) {
        int first = Math.toIntExact(from - firstIndex());
        return List.copyOf(entries.subList(first, Math.min(entries.size(), first + mostEntries)));
    }

    @Override
    public void append(List<Entry> added) {
        for (var entry : added) {
            assertThat(entry.index()).isEqualTo(lastIndex() + 1);
            assertThat(entry.previousChecksum()).isEqualTo(lastChecksum());
            assertThat(entry.epoch()).isGreaterThanOrEqualTo(epochAt(lastIndex()));
            entries.add(entry);
        }
        onSync.run();
    }

    @Override
    public void cutAfter(long index) {
        entries.subList(Math.toIntExact(index - baseIndex), entries.size()).clear();
        onSync.run();
    }

    @Override
    public void compactThrough(long index) {
        var base = at(index);
        entries.subList(0, Math.toIntExact(index - baseIndex)).clear();
        restartAt(base.index(), base.epoch(), base.checksum());
    }

    void restartAt(long index, long indexEpoch, int checksum) {
        baseIndex = index;
        baseEpoch = indexEpoch;
        baseChecksum = checksum;
    }

    void clear() {
        entries.clear();
        restartAt(0, 0, 0);
    }

    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public void saveEpoch(long seen) {
        assertThat(seen).as("the highest epoch seen never falls").isGreaterThanOrEqualTo(epoch);
        epoch = seen;
        onSync.run();
    }

    private Entry at(long index) {
        return entries.get(Math.toIntExact(index - firstIndex()));
    }
}
