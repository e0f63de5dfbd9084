package justhungry.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import justhungry.api.shop.UserId;
import justhungry.platform.process.CannotStartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserFileTest {
    @TempDir
    Path home;

    @Test
    void theIdOfTheFirstRunIsThatOfTheNext() throws CannotStartException {
        var first = usual(Map.of()).loadOrCreate();

        assertThat(usual(Map.of()).loadOrCreate()).isEqualTo(first);
    }

    @Test
    void nobodyElseCanReadIt() throws CannotStartException, IOException {
        usual(Map.of()).loadOrCreate();

        var file = home.resolve(".local/state/just-hungry/user");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(file.resolveSibling(""))).isEqualTo("rwx------");
        try (var files = Files.list(file.resolveSibling(""))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void theEnvironmentSaysWhereStateBelongs() throws CannotStartException {
        var state = home.resolve("state");

        usual(Map.of("XDG_STATE_HOME", state.toString())).loadOrCreate();

        assertThat(state.resolve("just-hungry/user")).exists();
    }

    @Test
    void twoFirstRunsAtOnceBecomeTheSamePerson() {
        var file = new UserFile(home.resolve("user"));

        var ids = IntStream.range(0, 16)
                .parallel()
                .mapToObj(any -> load(file))
                .distinct()
                .toList();

        assertThat(ids).hasSize(1);
    }

    /** As an editor of another system leaves it. */
    @Test
    void aByteOrderMarkAtTheBeginningIsIgnored() throws CannotStartException, IOException {
        var file = home.resolve("user");
        var first = new UserFile(file).loadOrCreate();
        Files.writeString(file, "\ufeff" + Files.readString(file).replace("\n", "\r\n"));

        assertThat(new UserFile(file).loadOrCreate()).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rubbish", "00000000-0000-0000-0000"})
    void aDamagedFileIsNotReplaced_andTheLineSaysWhatToDo(String content) throws IOException {
        var file = Files.writeString(home.resolve("user"), content);

        assertThatThrownBy(() -> new UserFile(file).loadOrCreate())
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("delete it");
        assertThat(file).hasContent(content);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        var file = Files.writeString(home.resolve("a file"), "").resolve("user");

        assertThatThrownBy(() -> new UserFile(file).loadOrCreate())
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("--user-file");
    }

    @Test
    void aFileThatCannotBeCreatedIsToldWithTheReason_andWhatToDo() {
        var file = new UserFile(Path.of("/proc/none/user"));

        assertThatThrownBy(file::loadOrCreate)
                .isInstanceOf(CannotStartException.class)
                .hasMessage("Your user file /proc/none/user cannot be created (no such file or directory)."
                        + " Name one in a directory of yours with --user-file FILE.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/null", "/proc"})
    void whatIsNoFileIsNeverToBeDeleted(String path) {
        assertThatThrownBy(() -> new UserFile(Path.of(path)).loadOrCreate())
                .isInstanceOf(CannotStartException.class)
                .hasMessage(
                        path + " is not a regular file, and cannot keep your id. Name a file with --user-file FILE.");
    }

    private UserFile usual(Map<String, String> environment) {
        var complete = new HashMap<>(environment);
        complete.put("HOME", home.toString());
        return UserFile.defaultFile(complete);
    }

    private static UserId load(UserFile file) {
        try {
            return file.loadOrCreate();
        } catch (CannotStartException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
