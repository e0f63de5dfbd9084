package justhungry.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XdgDirectoriesTest {
    @Test
    void aDirectoryIsTheOneOfItsVariable_orBelowHome() {
        assertThat(XdgDirectories.state(Map.of("HOME", "/home/ada", "XDG_STATE_HOME", "/state")))
                .isEqualTo(Path.of("/state/just-hungry"));
        assertThat(XdgDirectories.data(Map.of("HOME", "/home/ada")))
                .isEqualTo(Path.of("/home/ada/.local/share/just-hungry"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "./ada"})
    void aHomeThatIsNoAbsolutePathPutsNothingIntoTheCurrentDirectory(String home) {
        assertThat(XdgDirectories.state(Map.of("HOME", home, "XDG_STATE_HOME", home)))
                .isEqualTo(Path.of(System.getProperty("user.home"), ".local/state/just-hungry"));
    }
}
