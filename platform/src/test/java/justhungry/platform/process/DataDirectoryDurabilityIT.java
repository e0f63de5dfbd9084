package justhungry.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import justhungry.testing.StraceRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The system calls of opening a data directory, as strace sees them. Trap D2. Skipped where strace is missing or forbidden. */
class DataDirectoryDurabilityIT {
    @TempDir
    private Path folder;

    @Test
    void whenFoldersAreMadeInOneAnother_thenTheNameOfEachIsSyncedBeforeTheNextIsMadeInIt()
            throws IOException, InterruptedException {
        var outer = folder.resolve("data");
        var middle = outer.resolve("just-hungry");
        var inner = middle.resolve("server1");

        assertThat(callsOfOpening(inner))
                .containsExactly(
                        "mkdir " + outer,
                        "fsync " + folder,
                        "mkdir " + middle,
                        "fsync " + outer,
                        "mkdir " + inner,
                        "fsync " + middle);
        assertThat(callsOfOpening(inner)).isEmpty();
    }

    private List<String> callsOfOpening(Path path) throws IOException, InterruptedException {
        return StraceRecorder.callsOf(folder, Opening.class, path.toString());
    }

    /** A program that opens the data directory that its argument names. */
    static final class Opening {
        private Opening() {}

        public static void main(String[] arguments) throws CannotStartException, IOException {
            DataDirectory.open(Path.of(arguments[0])).close();
        }
    }
}
