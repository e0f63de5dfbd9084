package justhungry.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoDirectoryTest {
    private DemoDirectory demo;

    @BeforeEach
    void create() throws IOException {
        demo = DemoDirectory.create();
    }

    @AfterEach
    void delete() {
        demo.delete();
    }

    @Test
    void theDirectoryOfADemoThatWasKilledIsDeletedByTheNextOne() throws IOException {
        var abandoned = directoryLike("just-hungry-demo-");
        Files.createFile(abandoned.resolve("lock"));
        Files.writeString(
                Files.createDirectories(abandoned.resolve("data/server1")).resolve("log"), "1 Palace Green");

        assertThat(demo.deleteAbandoned()).contains(abandoned);
        assertThat(abandoned).doesNotExist();
        assertThat(demo.path()).isDirectory();
    }

    @Test
    void theDirectoryOfADemoThatRunsStays() throws IOException {
        var other = DemoDirectory.create();

        assertThat(demo.deleteAbandoned()).doesNotContain(other.path());

        assertThat(other.path()).isDirectory();
        other.delete();
        assertThat(other.path()).doesNotExist();
    }

    @Test
    void aDirectoryWithoutALockIsSomethingElse() throws IOException {
        var strange = directoryLike("just-hungry-demo-");

        assertThat(demo.deleteAbandoned()).doesNotContain(strange);
        assertThat(strange).isDirectory();
        Files.delete(strange);
    }

    private Path directoryLike(String prefix) throws IOException {
        return Files.createTempDirectory(demo.path().resolveSibling(""), prefix);
    }
}
