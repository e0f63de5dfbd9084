package justhungry.backend.ordering.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import justhungry.api.codec.WireFormat;

/**
 * An overlay of writes that are not in the tables yet: reads see them, the tables do not contain them. The last write
 * of a key counts. Cheap to create and to discard.
 */
public final class StagedTables {
    private final StateTables tables;
    private final Map<StateTable, Map<ByteString, Optional<ByteString>>> staged = new TreeMap<>();

    public StagedTables(StateTables tables) {
        this.tables = tables;
    }

    public Optional<byte[]> get(StateTable table, byte[] key) {
        var write = staged.getOrDefault(table, Map.of()).get(new ByteString(key));
        return write == null ? tables.get(table, key) : write.map(ByteString::array);
    }

    public void put(StateTable table, byte[] key, byte[] value) {
        stage(table, key, Optional.of(new ByteString(value)));
    }

    public void remove(StateTable table, byte[] key) {
        stage(table, key, Optional.empty());
    }

    /** The value of a key as a record. */
    public <T extends Record> Optional<T> row(StateTable table, byte[] key, Class<T> type) {
        return get(table, key).map(value -> WireFormat.decode(type, value));
    }

    public void putRow(StateTable table, byte[] key, Record row) {
        put(table, key, WireFormat.encode(row));
    }

    public long count(StateCounter counter) {
        return get(StateTable.COUNTERS, counter.key()).map(TableKeys::numberIn).orElse(0L);
    }

    public void count(StateCounter counter, long value) {
        put(StateTable.COUNTERS, counter.key(), TableKeys.number(value));
    }

    /** All writes, ordered by table and key, so that every back end writes them in the same order. */
    public List<StateTables.Write> writes() {
        var writes = new ArrayList<StateTables.Write>();
        staged.forEach((table, keys) ->
                keys.forEach((key, value) -> writes.add(new StateTables.Write(table, key, value.orElse(null)))));
        return writes;
    }

    private void stage(StateTable table, byte[] key, Optional<ByteString> value) {
        staged.computeIfAbsent(table, t -> new TreeMap<>()).put(new ByteString(key), value);
    }
}
