package justhungry.nameserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import justhungry.api.Member;
import justhungry.api.View;
import justhungry.api.process.CannotStartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trap D2: what a process asks of the kernel, as strace sees it. Skipped where strace is missing or forbidden. */
class ViewFileDurabilityTest {
    private static final Pattern CALL =
            Pattern.compile("\\d+ +(mkdir|rename|fsync).*[<\"](/.*)[>\"].*(= 0|<unfinished ...>)");

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
                        "fsync " + data.resolve(ViewFile.BORN),
                        "fsync " + data,
                        "mkdir " + data.resolve("opened"),
                        "fsync " + data.resolve(ViewFile.NEXT),
                        "rename " + data.resolve(ViewFile.NAME),
                        "fsync " + data,
                        "mkdir " + data.resolve("accepted"));
    }

    private List<String> callsOfProposing(Path path) throws IOException, InterruptedException {
        assumeTrue(exitCode("strace", "-e", "trace=none", "true") == 0, "strace does not work here");
        var log = folder.resolve("strace.log");
        int exitCode = exitCode(
                "strace",
                "-f",
                "-qq",
                "-y",
                "-o",
                log.toString(),
                "-e",
                "signal=none",
                "-e",
                "trace=?mkdir,mkdirat,?rename,renameat,?renameat2,fsync",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData", // It makes a folder of its own.
                "-cp",
                System.getProperty("java.class.path"),
                Proposing.class.getName(),
                path.toString());
        assertThat(exitCode).isZero();
        return Files.readAllLines(log).stream()
                .map(CALL::matcher)
                .filter(Matcher::matches)
                .map(call -> call.group(1) + " " + call.group(2))
                .toList();
    }

    private static int exitCode(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (IOException e) {
            return -1; // There is no such program.
        }
    }

    /** Makes a register in the directory that its argument names, and proposes a view. What it was told shows as folders. */
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
