package justhungry.cluster.simulation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import justhungry.backend.ordering.Bytes;
import justhungry.backend.ordering.InMemoryTables;
import justhungry.backend.ordering.Table;
import justhungry.backend.ordering.Tables;
import justhungry.backend.storage.Store.StateSnapshot;

/** A copy of a simulated store's state. */
final class SimulatedSnapshot implements StateSnapshot {
    private final long index;
    private final long epoch;
    private final int checksum;
    private final Iterator<byte[]> rows;

    SimulatedSnapshot(InMemoryTables copy, SimulatedLog log) {
        this.index = copy.appliedIndex();
        this.epoch = log.epochAt(index);
        this.checksum = log.checksumAt(index);
        var encoded = new ArrayList<byte[]>();
        for (var table : Table.values()) {
            copy.rows(table).forEach((key, value) -> encoded.add(encode(table, key.array(), value.array())));
        }
        this.rows = encoded.iterator();
    }

    @Override
    public long index() {
        return index;
    }

    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public int checksum() {
        return checksum;
    }

    @Override
    public List<byte[]> nextRows(int mostRows, int mostBytes) {
        var piece = new ArrayList<byte[]>();
        while (rows.hasNext() && piece.size() < mostRows) {
            piece.add(rows.next());
        }
        return piece;
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private static byte[] encode(Table table, byte[] key, byte[] value) {
        var name = table.name().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + name.length + key.length + value.length)
                .put((byte) name.length)
                .put(name)
                .put((byte) key.length)
                .put(key)
                .put(value)
                .array();
    }

    static Tables.Write decode(byte[] row) {
        var buffer = ByteBuffer.wrap(row);
        var name = new byte[buffer.get()];
        buffer.get(name);
        var table = Table.valueOf(new String(name, StandardCharsets.UTF_8));
        var key = new byte[buffer.get()];
        buffer.get(key);
        var value = new byte[buffer.remaining()];
        buffer.get(value);
        return new Tables.Write(table, new Bytes(key), new Bytes(value));
    }
}
