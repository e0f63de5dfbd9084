package justhungry.backend.ordering;

import justhungry.backend.ordering.state.EntryPayload;
import justhungry.backend.ordering.state.ShopState;
import justhungry.backend.ordering.table.StagedTables;
import justhungry.backend.ordering.table.StateTables;

/** The application of one entry after another, in one write: dropped before that, it changes nothing. */
public final class EntryApplication {
    private final StateTables tables;
    private final StagedTables staged;
    private long index;

    EntryApplication(StateTables tables) {
        this.tables = tables;
        this.staged = new StagedTables(tables);
        this.index = tables.appliedIndex();
    }

    /**
     * Adds the next committed entry.
     *
     * @param epoch of the entry
     * @throws IllegalStateException when another entry is next
     * @throws IllegalArgumentException when the payload is damaged
     */
    public EntryApplication add(long epoch, long entryIndex, byte[] payload) {
        if (entryIndex != index + 1) {
            throw new IllegalStateException(
                    "entry %d does not follow entry %d, the last one applied".formatted(entryIndex, index));
        }
        index = entryIndex;
        EntryPayload.decode(payload).applyTo(new ShopState(staged, epoch, index));
        return this;
    }

    public void write() {
        tables.write(staged.writes(), index);
    }
}
