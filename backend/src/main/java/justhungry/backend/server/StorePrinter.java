package justhungry.backend.server;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import justhungry.backend.ordering.StateDump;
import justhungry.backend.ordering.state.DumpRow;
import justhungry.backend.replication.DurableLog;
import justhungry.backend.replication.Entry;
import justhungry.backend.storage.Store;
import org.jspecify.annotations.Nullable;

/** The printer of a store as JSON Lines: the entries of its log, oldest first, then the rows of its state. */
final class StorePrinter {
    private static final int ENTRIES_PER_PAGE = 256;
    private static final int BYTES_PER_PAGE = 1 << 20;

    private final Gson gson = new GsonBuilder().disableHtmlEscaping().create();
    private final PrintStream out;

    StorePrinter(PrintStream out) {
        this.out = out;
    }

    void print(Store store) {
        printLog(store.log());
        StateDump.rows(store.tables()).forEach(this::printLine);
        out.flush();
    }

    private void printLog(DurableLog log) {
        long next = log.firstIndex();
        while (next <= log.lastIndex()) {
            for (var entry : log.read(next, ENTRIES_PER_PAGE, BYTES_PER_PAGE)) {
                printLine(EntryRow.of(entry));
                next = entry.index() + 1;
            }
        }
    }

    private void printLine(Object row) {
        out.println(gson.toJson(row));
    }

    private record EntryRow(
            String row,
            long index,
            long epoch,
            int bytes,
            @Nullable String decided,
            List<DumpRow> changes) {
        static EntryRow of(Entry entry) {
            var payload = entry.payload();
            return new EntryRow(
                    "entry",
                    entry.index(),
                    entry.epoch(),
                    entry.bytes().length,
                    StateDump.decidedAt(payload).map(Instant::toString).orElse(null),
                    StateDump.changes(payload));
        }
    }
}
