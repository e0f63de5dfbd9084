package justhungry.backend.ordering.table;

import java.util.List;
import java.util.Optional;

/** Tables that count their reads. */
public final class CountingTables implements Tables {
    private final Tables tables;
    public int gets;
    public int keysScanned;

    public CountingTables(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<byte[]> get(Table table, byte[] key) {
        gets++;
        return tables.get(table, key);
    }

    @Override
    public List<byte[]> lastKeys(Table table, byte[] prefix, byte[] before, int maxKeys) {
        var keys = tables.lastKeys(table, prefix, before, maxKeys);
        keysScanned += keys.size();
        return keys;
    }

    @Override
    public void write(List<Write> writes, long appliedIndex) {
        tables.write(writes, appliedIndex);
    }

    @Override
    public long appliedIndex() {
        return tables.appliedIndex();
    }
}
