package justhungry.backend.storage.rocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import justhungry.testing.StraceRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trap D2: the system calls of a process, as strace sees them. Skipped where strace is missing or forbidden. */
class DurableFileIT {
    @TempDir
    private Path folder;

    @Test
    void whenAFileIsReplaced_thenItsContentIsSynced_andAfterTheRenameItsName()
            throws IOException, InterruptedException {
        var data = Files.createDirectory(folder.resolve("data"));

        assertThat(callsOfMaking(data))
                .startsWith(
                        "fsync " + data.resolve("identity.next"),
                        "rename " + data.resolve("identity"),
                        "fsync " + data);
    }

    @Test
    void whenAStoreIsMade_thenTheNameOfTheDatabaseIsSynced_beforeAnythingIsInIt()
            throws IOException, InterruptedException {
        var data = Files.createDirectory(folder.resolve("data"));

        assertThat(callsOfMaking(data)).containsSequence("mkdir " + data.resolve("database"), "fsync " + data);
    }

    private List<String> callsOfMaking(Path path) throws IOException, InterruptedException {
        return StraceRecorder.callsOf(folder, StoreCreation.class, path.toString());
    }

    /** A program that creates a store, whose first file is the identity, in the directory given as its argument. */
    static final class StoreCreation {
        private StoreCreation() {}

        public static void main(String[] arguments) {
            RocksStore.open(Path.of(arguments[0]), "server1").store().close();
        }
    }
}
