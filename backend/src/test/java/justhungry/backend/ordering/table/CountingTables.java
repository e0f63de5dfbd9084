package justhungry.backend.ordering.table;

import java.util.List;
import java.util.Optional;

/** Tables that count what is done with them. */
public final class CountingTables implements StateTables {
    private final StateTables tables;
    public int gets;
    public int keysScanned;
    public int writes;

    public CountingTables(StateTables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<byte[]> get(StateTable table, byte[] key) {
        gets++;
        return tables.get(table, key);
    }

    @Override
    public List<byte[]> lastKeys(StateTable table, byte[] prefix, byte[] before, int maxKeys) {
        var keys = tables.lastKeys(table, prefix, before, maxKeys);
        keysScanned += keys.size();
        return keys;
    }

    @Override
    public void write(List<Write> writes, long appliedIndex) {
        this.writes++;
        tables.write(writes, appliedIndex);
    }

    @Override
    public long appliedIndex() {
        return tables.appliedIndex();
    }
}
