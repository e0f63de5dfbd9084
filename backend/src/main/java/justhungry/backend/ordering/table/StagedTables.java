package justhungry.backend.ordering.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An overlay of writes that are not in the tables yet: reads see them, the tables do not contain them. The last write
 * of a key counts. Cheap to create and to discard.
 */
public final class StagedTables {
    private final Tables tables;
    private final Map<Table, Map<Bytes, Optional<Bytes>>> staged = new TreeMap<>();

    public StagedTables(Tables tables) {
        this.tables = tables;
    }

    public Optional<byte[]> get(Table table, byte[] key) {
        var write = staged.getOrDefault(table, Map.of()).get(new Bytes(key));
        return write == null ? tables.get(table, key) : write.map(Bytes::array);
    }

    public void put(Table table, byte[] key, byte[] value) {
        stage(table, key, Optional.of(new Bytes(value)));
    }

    public void remove(Table table, byte[] key) {
        stage(table, key, Optional.empty());
    }

    /** The value of a key, decoded by {@code parts}. */
    public <T> Optional<T> row(Table table, byte[] key, Function<Decoder, T> parts) {
        return get(table, key).map(value -> Format.decode(value, parts));
    }

    public void putRow(Table table, byte[] key, Consumer<Encoder> parts) {
        put(table, key, Format.encode(parts));
    }

    public long count(Counter counter) {
        return get(Table.COUNTERS, counter.key()).map(Keys::numberIn).orElse(0L);
    }

    public void count(Counter counter, long value) {
        put(Table.COUNTERS, counter.key(), Keys.number(value));
    }

    /** All writes, ordered by table and key, so that every back end writes them in the same order. */
    public List<Tables.Write> writes() {
        var writes = new ArrayList<Tables.Write>();
        staged.forEach((table, keys) ->
                keys.forEach((key, value) -> writes.add(new Tables.Write(table, key, value.orElse(null)))));
        return writes;
    }

    private void stage(Table table, byte[] key, Optional<Bytes> value) {
        staged.computeIfAbsent(table, t -> new TreeMap<>()).put(new Bytes(key), value);
    }
}
