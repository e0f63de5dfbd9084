package justhungry.backend.storage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.backend.ordering.table.ByteString;
import justhungry.backend.ordering.table.StateTable;
import justhungry.backend.ordering.table.StateTables.Write;
import justhungry.backend.storage.rocks.MetaKey;

/** The whole content of a store, for comparison. */
public record StoreContents(
        Member member,
        UUID cluster,
        long epoch,
        long appliedIndex,
        long firstIndex,
        List<String> entries,
        List<String> rows) {
    public static StoreContents of(Store store) {
        var log = store.log();
        return new StoreContents(
                store.member(),
                store.cluster(),
                log.epoch(),
                store.tables().appliedIndex(),
                log.firstIndex(),
                log.read(log.firstIndex(), Integer.MAX_VALUE, Integer.MAX_VALUE).stream()
                        .map(entry -> HexFormat.of().formatHex(entry.bytes()))
                        .toList(),
                rowsOf(store).stream().map(HexFormat.of()::formatHex).toList());
    }

    public static List<byte[]> rowsOf(Store store) {
        try (var snapshot = store.snapshot()) {
            return allRows(snapshot);
        }
    }

    public static List<byte[]> allRows(Store.StateSnapshot snapshot) {
        var rows = new ArrayList<byte[]>();
        for (var chunk = snapshot.nextRows(7, 1_000); !chunk.isEmpty(); chunk = snapshot.nextRows(7, 1_000)) {
            rows.addAll(chunk);
        }
        return rows;
    }

    /** Appends and applies entries, each of which writes two rows. */
    public static void order(Store store, long epoch, int entries) {
        var chain = EntryChain.after(store.log());
        for (int made = 0; made < entries; made++) {
            var entry = chain.next(epoch, 60);
            store.log().append(List.of(entry));
            store.tables().write(rowsOfEntry(entry.index()), entry.index());
        }
    }

    public static List<Write> rowsOfEntry(long index) {
        var key = new ByteString(MetaKey.encode(index));
        return List.of(
                new Write(StateTable.ORDERS, key, new ByteString(("order " + index).getBytes(StandardCharsets.UTF_8))),
                new Write(StateTable.COUNTERS, new ByteString(new byte[] {1}), key));
    }
}
