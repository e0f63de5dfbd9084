package justhungry.nameserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.DurableFile;
import justhungry.testing.StraceRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The system calls of keeping a view, as strace sees them. Trap D2. Skipped where strace is missing or forbidden. */
class ViewFileDurabilityIT {
    @TempDir
    private Path folder;

    @Test
    void beforeAnybodyIsToldOfAViewOrACluster_thenItsFileIsSynced_andAfterTheRenameItsNameToo()
            throws IOException, InterruptedException {
        var data = Files.createDirectory(folder.resolve("data"));

        assertThat(callsOfProposing(data))
                .containsExactly(
                        "fsync " + data.resolve(ViewFile.NEXT),
                        "rename " + data.resolve(ViewFile.NAME),
                        "fsync " + data,
                        "fsync " + data.resolve(ViewFile.BORN + DurableFile.NEXT_SUFFIX),
                        "rename " + data.resolve(ViewFile.BORN),
                        "fsync " + data,
                        "mkdir " + data.resolve("opened"),
                        "fsync " + data.resolve(ViewFile.NEXT),
                        "rename " + data.resolve(ViewFile.NAME),
                        "fsync " + data,
                        "mkdir " + data.resolve("accepted"));
    }

    private List<String> callsOfProposing(Path path) throws IOException, InterruptedException {
        return StraceRecorder.callsOf(folder, Proposing.class, path.toString());
    }

    /** A program that opens a register in the directory of its argument, and proposes a view; folders show what succeeded. */
    static final class Proposing {
        private Proposing() {}

        public static void main(String[] arguments) throws CannotStartException, IOException {
            var data = Path.of(arguments[0]);
            var register = FileViewRegister.open(data, lastWords -> {});
            Files.createDirectory(data.resolve("opened"));
            var server1 = new Member("server1", new UUID(0, 1));
            if (register.propose(View.NONE, View.NONE.next(server1, List.of(server1)))) {
                Files.createDirectory(data.resolve("accepted"));
            }
        }
    }
}
