package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the example scripts, replayed by commands on fresh clusters of real processes. */
class ReplayIT {
    private static final Path EXAMPLES = CommandProcesses.HOME.resolve("examples");

    /** Requests of the hard day; {@code -Drequests=200000} sends all of them. */
    private static final int REQUESTS = Integer.getInteger("requests", 8_000);

    private static final int REQUESTS_OF_A_HARD_DAY = 200_000;

    @TempDir
    Path directory;

    private CommandProcesses commands;

    @BeforeEach
    void makeDirectories() {
        commands = new CommandProcesses(directory);
    }

    @AfterEach
    void endCluster() throws IOException, InterruptedException {
        commands.run("down");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-order", "lunch-rush", "failover", "last-kale"})
    @Timeout(1_800)
    void anExampleOnAFreshClusterHasTheSameTranscriptAsEver(String script) throws IOException, InterruptedException {
        commands.up();

        var replay = commands.run("replay", closedLoop(script).toString(), "--transcript", transcript());

        assertThat(replay.exitCode()).as(replay.err()).isZero();
        assertThat(replay.out().lines())
                .allMatch(line -> JsonParser.parseString(line).isJsonObject());
        assertThat(Path.of(transcript())).hasSameBinaryContentAs(golden(script));
    }

    @Test
    @Timeout(1_800)
    void theDemoReplaysAScriptAtItsPrompt_andGoesOnWithoutItsFrontEndUntilThatIsBack()
            throws IOException, InterruptedException {
        var script = EXAMPLES.resolve("failover.jsonl");

        var demo = commands.runWith("""
                replay %s --verify --transcript %s
                kill frontend1
                2
                restart frontend1
                4
                """.formatted(script, transcript()), "demo");

        assertThat(demo.exitCode()).as(demo.out()).isZero();
        assertThat(demo.out())
                .contains("kill primary", "verified: every response")
                .containsSubsequence(
                        "frontend1 is down; bring it back with: restart frontend1",
                        "(waiting) restart frontend1",
                        "You have no orders yet.");
        assertThat(Path.of(transcript())).hasSameBinaryContentAs(golden("failover"));
    }

    @Test
    @Timeout(3_600)
    void aHardDayOfKillsAndPausesIsVerified() throws IOException, InterruptedException {
        commands.up();

        var replay = commands.run(
                "replay",
                hardDay().toString(),
                "--verify",
                "--timeline",
                directory.resolve("day.svg").toString());

        System.out.print(replay.err());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        assertThat(replay.err()).contains("verified: every response");
        assertThat(directory.resolve("day.svg")).content().contains("kill server", "pause server", "epoch ");
    }

    @Test
    void aScriptThatIsWrongOnLineSevenIsReportedBeforeAnythingIsSent() throws IOException, InterruptedException {
        var lines = Files.readAllLines(EXAMPLES.resolve("first-order.jsonl"));
        lines.set(6, lines.get(6).replace("VIEW_ACTIVE", "VIEW_ACTIV"));
        var script = Files.write(directory.resolve("wrong.jsonl"), lines);

        var replay = commands.run("replay", script.toString());

        assertThat(replay.exitCode()).isEqualTo(2);
        assertThat(replay.out()).isEmpty();
        assertThat(replay.err())
                .contains("wrong.jsonl:7:7:", "Did you mean VIEW_ACTIVE?")
                .hasLineCount(1);
    }

    private String transcript() {
        return directory.resolve("transcript.jsonl").toString();
    }

    private static Path golden(String script) {
        return Path.of("src/test/resources/transcripts", script + ".jsonl");
    }

    /** The script without its rate: an open loop drops what is more than 10 s late, as it may be on a busy machine. */
    private Path closedLoop(String script) throws IOException {
        var text = Files.readString(EXAMPLES.resolve(script + ".jsonl"));
        return Files.writeString(directory.resolve(script + ".jsonl"), text.replaceFirst(",\"rate\":\"[^\"]*\"", ""));
    }

    /** The hard day, with fewer iterations and its faults earlier by the same factor. */
    private Path hardDay() throws IOException {
        var day = Files.readString(EXAMPLES.resolve("hard-day.jsonl"));
        var shorter = Pattern.compile("\"(repeat|after)\":(\\d+)")
                .matcher(day)
                .replaceAll(count -> "\"%s\":%d"
                        .formatted(count.group(1), Long.parseLong(count.group(2)) * REQUESTS / REQUESTS_OF_A_HARD_DAY));
        return Files.writeString(directory.resolve("hard-day.jsonl"), shorter);
    }
}
