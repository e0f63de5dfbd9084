package justhungry.backend.storage;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A process that appends to a store until the disk fails, and says what it was told is durable. Arguments: the directory. */
final class AppendUntilRefused {
    private static final int MOST_ENTRIES = 2_000;

    private AppendUntilRefused() {}

    public static void main(String[] arguments) {
        var store = RocksStore.open(Path.of(arguments[0]), "server1").store();
        var chain = EntryChain.after(store.log());
        for (int made = 0; made < MOST_ENTRIES; made++) {
            var entry = chain.next(1);
            try {
                store.log().append(List.of(entry));
            } catch (UncheckedIOException e) {
                System.out.println("refused: " + e.getMessage());
                tryOnceMore(store);
                return;
            }
            System.out.println("durable " + entry.index());
        }
    }

    private static void tryOnceMore(Store store) {
        try {
            store.log().append(List.of(EntryChain.after(store.log()).next(1)));
            System.out.println("a later append went through");
        } catch (UncheckedIOException e) {
            System.out.println("refused again: " + e.getMessage());
        }
        Runtime.getRuntime().halt(3); // As the back end does: nothing is written any more.
    }
}
