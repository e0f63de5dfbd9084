package justhungry.backend.storage.rocks;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import justhungry.backend.storage.EntryChain;
import justhungry.backend.storage.Store;

/** A process that appends to a store until the disk fails, and prints what is durable. Argument: the directory. */
final class AppendUntilRefused {
    private static final int MAX_ENTRIES = 2_000;
    private static final long RETRY_TIMEOUT_NANOS = 500_000_000;
    private static final long RETRY_INTERVAL_NANOS = 1_000_000;

    private AppendUntilRefused() {}

    public static void main(String[] arguments) {
        var store = RocksStore.open(Path.of(arguments[0]), "server1").store();
        var chain = EntryChain.after(store.log());
        for (int made = 0; made < MAX_ENTRIES; made++) {
            var entry = chain.next(1);
            try {
                store.log().append(List.of(entry));
            } catch (UncheckedIOException e) {
                System.out.println("refused: " + e.getMessage());
                tryAgain(store);
                Runtime.getRuntime().halt(3); // As the back end does, so that nothing more is written.
            }
            System.out.println("durable " + entry.index());
        }
    }

    /** Tries for a while, because RocksDB by itself accepts writes again some milliseconds after a full disk. */
    private static void tryAgain(Store store) {
        var entry = EntryChain.after(store.log()).next(1);
        String refusal = "";
        long began = System.nanoTime();
        while (System.nanoTime() - began < RETRY_TIMEOUT_NANOS) {
            try {
                store.log().append(List.of(entry));
                System.out.println("a later append went through");
                return;
            } catch (UncheckedIOException e) {
                refusal = e.getMessage();
            }
            LockSupport.parkNanos(RETRY_INTERVAL_NANOS);
        }
        System.out.println("refused again: " + refusal);
    }
}
