package justhungry.backend.ordering.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import justhungry.api.codec.WireFormat;
import org.jspecify.annotations.Nullable;

/**
 * An overlay of writes that are not in the tables yet: reads see them, the tables do not contain them. The last write
 * of a key counts. Cheap to create and to discard.
 */
public final class StagedTables {
    private final StateTables tables;
    private final Map<StateTable, Map<ByteString, StagedWrite>> staged = new TreeMap<>();

    public StagedTables(StateTables tables) {
        this.tables = tables;
    }

    public Optional<byte[]> get(StateTable table, byte[] key) {
        var write = write(table, key);
        return write == null ? tables.get(table, key) : write.bytes().map(ByteString::array);
    }

    public void put(StateTable table, byte[] key, byte[] value) {
        stage(table, key, new StagedBytes(new ByteString(value)));
    }

    public void remove(StateTable table, byte[] key) {
        stage(table, key, new StagedRemoval());
    }

    /** The value of a key as a record. */
    public <T extends Record> Optional<T> row(StateTable table, byte[] key, Class<T> type) {
        var write = write(table, key);
        return write == null ? tables.get(table, key).map(value -> WireFormat.decode(type, value)) : write.row(type);
    }

    public void putRow(StateTable table, byte[] key, Record row) {
        stage(table, key, new StagedRow(row));
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
        staged.forEach((table, keys) -> keys.forEach((key, write) ->
                writes.add(new StateTables.Write(table, key, write.bytes().orElse(null)))));
        return writes;
    }

    /** The last write of a key; {@code null} when there is none. */
    private @Nullable StagedWrite write(StateTable table, byte[] key) {
        return staged.getOrDefault(table, Map.of()).get(new ByteString(key));
    }

    private void stage(StateTable table, byte[] key, StagedWrite write) {
        staged.computeIfAbsent(table, t -> new TreeMap<>()).put(new ByteString(key), write);
    }

    /** A write of a key: empty where it removes the key. */
    private interface StagedWrite {
        Optional<ByteString> bytes();

        <T extends Record> Optional<T> row(Class<T> type);
    }

    private record StagedRemoval() implements StagedWrite {
        @Override
        public Optional<ByteString> bytes() {
            return Optional.empty();
        }

        @Override
        public <T extends Record> Optional<T> row(Class<T> type) {
            return Optional.empty();
        }
    }

    private record StagedBytes(ByteString value) implements StagedWrite {
        @Override
        public Optional<ByteString> bytes() {
            return Optional.of(value);
        }

        @Override
        public <T extends Record> Optional<T> row(Class<T> type) {
            return Optional.of(WireFormat.decode(type, value.array()));
        }
    }

    /** Encoded when its bytes are asked for: the stock of a product changes often in one entry, and is written once. */
    private record StagedRow(Record row) implements StagedWrite {
        @Override
        public Optional<ByteString> bytes() {
            return Optional.of(new ByteString(WireFormat.encode(row)));
        }

        @Override
        public <T extends Record> Optional<T> row(Class<T> type) {
            return Optional.of(type.cast(row));
        }
    }
}
