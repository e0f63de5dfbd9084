package justhungry.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureReasonTest {
    @TempDir
    private Path directory;

    @Test
    void whatJavaSaysByAClassIsSaidInWords() throws IOException {
        var file = Files.writeString(directory.resolve("file"), "");
        var missing = directory.resolve("missing/file");
        Map<String, ThrowingCallable> failures = Map.of(
                "no such file or directory", () -> Files.readString(missing),
                "the file exists already", () -> Files.createFile(file),
                "Not a directory", () -> Files.readString(file.resolve("x")),
                "not a directory", () -> Files.newDirectoryStream(file),
                "the directory is not empty", () -> Files.delete(directory),
                "Is a directory", () -> Files.readString(directory),
                "permission denied",
                        () -> {
                            throw new AccessDeniedException("x");
                        },
                "input or output failed",
                        () -> {
                            throw new EOFException();
                        },
                "the lock is held",
                        () -> {
                            throw new IOException("the lock is held");
                        });

        failures.forEach((words, failing) ->
                assertThat(FailureReason.of(catchThrowable(failing))).isEqualTo(words));
        assertThat(FailureReason.withFile(catchThrowable(() -> Files.readString(missing))))
                .isEqualTo(missing + ": no such file or directory");
        assertThat(FailureReason.withFile(new EOFException())).isEqualTo("input or output failed");
    }
}
