package justhungry.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs as they are read: a part at a time, merged by times that have no date. */
class LogTailTest {
    @TempDir
    Path directory;

    @Test
    void linesAreMergedByTime_overMidnight() throws IOException {
        write("server1", "2026-11-29T00:00:05", "23:59:58.000 a", "00:00:01.000 c");
        write("server2", "2026-11-29T00:00:05", "23:59:59.000 b", "00:00:02.000 d");

        assertThat(merged("server1", "server2"))
                .containsExactly(
                        "server1  23:59:58.000 a",
                        "server2  23:59:59.000 b",
                        "server1  00:00:01.000 c",
                        "server2  00:00:02.000 d");
    }

    @Test
    void linesOfAnEarlierDayComeBeforeThoseOfALaterOne_alsoAtAnEarlierHour() throws IOException {
        write("server1", "2026-11-28T20:00:01", "20:00:00.000 the day before");
        write("server2", "2026-11-29T10:00:01", "19:00:00.000 the day before", "10:00:00.000 today");

        assertThat(merged("server1", "server2"))
                .containsExactly(
                        "server2  19:00:00.000 the day before",
                        "server1  20:00:00.000 the day before",
                        "server2  10:00:00.000 today");
    }

    @Test
    void whatTheMachineWritesStaysBelowTheLineBeforeIt_andNoFileIsPutInAnotherOrder() throws IOException {
        write("server1", "2026-11-29T10:00:05", "10:00:01.000 a", "Terminating due to …", "10:00:04.000 c");
        write("server2", "2026-11-29T10:00:05", "10:00:02.100 late", "10:00:02.000 early");

        assertThat(merged("server1", "server2"))
                .containsExactly(
                        "server1  10:00:01.000 a",
                        "server1  Terminating due to …",
                        "server2  10:00:02.100 late",
                        "server2  10:00:02.000 early",
                        "server1  10:00:04.000 c");
    }

    @Test
    void whatIsAddedIsReadOnce_whenItsLineIsComplete() throws IOException {
        var logs = new MergedLogs(directory, List.of("server1"));
        assertThat(logs.readNew()).isEmpty();
        var file = Files.writeString(directory.resolve("server1.log"), "10:00:00.000 a\n10:00:0");
        assertThat(logs.readNew()).containsExactly("10:00:00.000 a");
        Files.writeString(file, "1.000 b\n", StandardOpenOption.APPEND);
        assertThat(logs.readNew()).containsExactly("10:00:01.000 b");
        assertThat(logs.readNew()).isEmpty();
        Files.writeString(file, "10:00:02.000 anew\n");
        assertThat(logs.readNew()).containsExactly("10:00:02.000 anew");
    }

    @Test
    void ofALongLogTheEndIsShown() throws IOException {
        var line = "10:00:00.000 %s%n".formatted("x".repeat(100));
        Files.writeString(
                directory.resolve("server1.log"), line.repeat(LogTail.MAX_BYTES / line.length() + 9) + "the end\n");

        var shown = new MergedLogs(directory, List.of("server1")).readNew();

        assertThat(shown).hasSizeLessThan(LogTail.MAX_BYTES / line.length() + 1).endsWith("the end");
        assertThat(shown.get(0)).isEqualTo(line.strip());
    }

    private List<String> merged(String... processes) throws IOException {
        return new MergedLogs(directory, List.of(processes)).readNew();
    }

    private void write(String process, String written, String... lines) throws IOException {
        var file = Files.write(directory.resolve(process + ".log"), List.of(lines));
        Files.setLastModifiedTime(
                file,
                FileTime.from(LocalDateTime.parse(written)
                        .atZone(ZoneId.systemDefault())
                        .toInstant()));
    }
}
