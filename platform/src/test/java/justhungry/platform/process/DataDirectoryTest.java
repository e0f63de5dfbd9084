package justhungry.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @Test
    void followsTheXdgVariableAndElseTheHomeDirectory() {
        assertThat(DataDirectory.defaultFor("server1", Map.of("XDG_DATA_HOME", "/data", "HOME", "/home/ada")))
                .isEqualTo(Path.of("/data/just-hungry/server1"));
        assertThat(DataDirectory.defaultFor("server1", Map.of("HOME", "/home/ada")))
                .isEqualTo(Path.of("/home/ada/.local/share/just-hungry/server1"));
        assertThat(DataDirectory.defaultFor("server1", Map.of("XDG_DATA_HOME", "relative", "HOME", "/home/ada")))
                .isEqualTo(Path.of("/home/ada/.local/share/just-hungry/server1"));
    }

    @Test
    void whenADirectoryIsOpen_thenNobodyElseOpensItUntilItIsClosed(@TempDir Path parent) throws Exception {
        var path = parent.resolve("new").resolve("server1");
        try (var first = DataDirectory.open(path)) {
            assertThat(first.path()).isDirectory();
            assertThatThrownBy(() -> DataDirectory.open(path))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessageContaining("in use")
                    .hasMessageContaining(path.toString());
        }
        DataDirectory.open(path).close();
    }

    @Test
    void whenTheDirectoryCannotBeMade_thenTheMessageSaysWhich(@TempDir Path parent) throws IOException {
        var file = Files.createFile(parent.resolve("a-file"));
        assertThatThrownBy(() -> DataDirectory.open(file.resolve("server1")))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("a-file/server1");
    }
}
