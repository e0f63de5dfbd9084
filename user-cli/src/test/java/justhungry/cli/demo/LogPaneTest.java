package justhungry.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import justhungry.testing.ChildJvm;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogPaneTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "two words", "Ada's", "$HOME", "a\"b;c"})
    void aShellRunsTheCommandAsItIs_whateverTheDirectoriesAreCalled(String name)
            throws IOException, InterruptedException {
        var home = Files.createDirectory(directory.resolve(name));
        var launcher =
                Files.writeString(home.resolve("just-hungry"), "#!/bin/sh\nprintf '%s\\n' \"$JAVA_HOME\" \"$@\"\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        var logs = home.resolve("logs");

        var shell = ChildJvm.limited(new ProcessBuilder("sh", "-c", LogPane.follow(home, logs)).start());

        assertThat(shell.inputReader(UTF_8).lines())
                .containsExactly(System.getProperty("java.home"), "logs", "--follow", "--directory", logs.toString());
        assertThat(shell.waitFor()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"80, -v", "199, -v", "200, -h"})
    void thePanesAreSideBySideOnlyWhereBothHaveRoom(int columns, String direction) {
        assertThat(LogPane.command("logs", 42, columns))
                .startsWith("tmux", "split-window", direction)
                .last()
                .asString()
                .startsWith("logs & while kill -0 42 ");
    }
}
