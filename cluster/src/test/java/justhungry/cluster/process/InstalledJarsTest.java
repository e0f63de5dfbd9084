package justhungry.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The project's directory, found from the places where Maven puts the class. */
class InstalledJarsTest {
    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {"cluster/target/classes", "cluster/target/cluster-1.jar", "user-cli/target/lib/cluster-1.jar"})
    void theProjectsDirectoryIsTheOneWithTheLauncher(String place) throws IOException {
        Files.createFile(home.resolve("just-hungry"));

        assertThat(InstalledJars.homeAbove(home.resolve(place))).isEqualTo(home);
    }

    @Test
    void moreOptionsForJavaOverrideOurs() throws IOException {
        Files.createFile(Files.createDirectories(home.resolve("backend/target")).resolve("backend-1.jar"));

        var command = new InstalledJars(home, List.of("-Xmx2g")).command(ProcessRole.BACKEND);

        assertThat(command).containsSubsequence(ProcessRole.BACKEND.heapLimit(), "-Xmx2g", "-jar");
    }

    @Test
    void moreOptionsForJavaOverrideThatThereIsNoSecondCompiler() throws IOException {
        Files.createFile(Files.createDirectories(home.resolve("backend/target")).resolve("backend-1.jar"));
        var installed = new InstalledJars(home, List.of("-XX:TieredStopAtLevel=4"));

        var command = installed.forShortLife().command(ProcessRole.BACKEND);

        assertThat(command.get(0)).endsWith("java");
        assertThat(command).containsSubsequence("-XX:TieredStopAtLevel=1", "-XX:TieredStopAtLevel=4", "-jar");
    }

    @Test
    void withoutALauncherAbove_theErrorSaysHowToStart() {
        assertThatThrownBy(() -> InstalledJars.homeAbove(home.resolve("cluster-1.jar")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("start with ./just-hungry");
    }
}
