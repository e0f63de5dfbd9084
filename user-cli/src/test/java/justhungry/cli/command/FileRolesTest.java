package justhungry.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRolesTest {
    @TempDir
    Path folder;

    private Path script = Path.of("");

    @BeforeEach
    void writeScript() throws IOException {
        script = Files.writeString(folder.resolve("s.jsonl"), "{\"jh\":1}\n");
    }

    @Test
    void anOutputIsNotTheInput_underWhateverName() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("link"), script);
        var otherName = Files.createLink(folder.resolve("other"), script);
        Files.createDirectory(folder.resolve("sub"));

        for (var name : new Path[] {script, link, otherName, folder.resolve("sub/../s.jsonl")}) {
            assertThat(refusal(roles(folder.resolve("a"), name)))
                    .isEqualTo("--history would overwrite the script, %s: name another file", script);
        }
    }

    @Test
    void twoOutputsAreNotOneFile_thereOrNot() throws IOException {
        var missing = folder.resolve("new.jsonl");
        var toMissing = Files.createSymbolicLink(folder.resolve("to-new"), Path.of("new.jsonl"));
        var alias = Files.createSymbolicLink(folder.resolve("alias"), folder);

        for (var name : new Path[] {missing, toMissing, alias.resolve("new.jsonl")}) {
            assertThat(refusal(roles(missing, name)))
                    .isEqualTo("--transcript and --history are the same file, %s: name two", name);
        }
    }

    @Test
    void aDirectoryIsNoOutput() {
        assertThat(refusal(roles(folder, folder.resolve("x"))))
                .isEqualTo("--transcript %s is a directory: name a file in it", folder);
    }

    @Test
    void filesThatDiffer_andDevices_areFine() {
        assertThatCode(() -> roles(folder.resolve("a"), folder.resolve("b")).check())
                .doesNotThrowAnyException();
        assertThatCode(() -> roles(Path.of("/dev/null"), Path.of("/dev/null")).check())
                .doesNotThrowAnyException();
    }

    private FileRoles roles(Path transcript, Path history) {
        return new FileRoles()
                .read("the script", script)
                .write("--transcript", Optional.of(transcript))
                .write("--history", Optional.of(history));
    }

    private static String refusal(FileRoles roles) {
        var thrown = catchThrowableOfType(UsageException.class, roles::check);
        assertThat(thrown).isNotNull();
        return thrown.reason();
    }
}
