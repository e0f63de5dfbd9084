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
     * @throws IllegalArgumentException when the payload is damaged
     */
    public EntryApplication add(long epoch, byte[] payload) {
        index++;
        EntryPayload.decode(payload).applyTo(new ShopState(staged, epoch, index));
        return this;
    }

    public void write() {
        tables.write(staged.writes(), index);
    }
}
