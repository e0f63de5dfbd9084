package justhungry.replay.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import justhungry.replay.script.model.FaultStep;
import justhungry.replay.script.model.FaultType;
import justhungry.replay.script.model.RepeatStep;
import justhungry.replay.script.model.RequestRate;
import justhungry.replay.script.model.ScriptHeader;
import justhungry.replay.script.model.Step;
import justhungry.replay.script.source.ScriptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
    private static final String READ = "{\"op\":\"PRODUCT_LIST\",\"user\":\"ada\"}\n";

    @TempDir
    private Path directory;

    @Test
    void theHeaderHasDefaults() throws ScriptException {
        var script = ScriptText.parse("{\"jh\":1}");

        assertThat(script.header()).isEqualTo(new ScriptHeader(Optional.empty(), 1, 1, Optional.empty()));
        assertThat(script.name()).isEqualTo("t.jsonl");
        assertThat(script.requests()).isZero();
    }

    @Test
    void itKnowsItsUsersItsRequestsAndWhetherItNeedsALocalClusterBeforeAnythingIsSent() throws ScriptException {
        var script = ScriptText.parse("{\"jh\":1,\"name\":\"rush\",\"seed\":-3,\"clients\":4,\"rate\":\"90/min\"}\n"
                + READ
                + "{\"repeat\":500,\"of\":[" + READ.strip() + "," + READ.strip().replace("ada", "ben")
                + "],\"faults\":[{\"after\":1000,\"fault\":\"resume\",\"target\":\"paused\"},"
                + "{\"after\":0,\"fault\":\"pause\",\"target\":\"server2\"}]}\n");

        assertThat(script.users()).containsExactly("ada", "ben");
        assertThat(script.requests()).isEqualTo(1001);
        assertThat(script.hasFaults()).isTrue();
        assertThat(script.name()).isEqualTo("rush");
        assertThat(script.header())
                .isEqualTo(new ScriptHeader(Optional.of("rush"), -3, 4, Optional.of(RequestRate.parse("90/min"))));
        assertThat(ScriptText.parse("{\"jh\":1}\n" + READ).hasFaults()).isFalse();
        assertThat(ScriptText.parse("{\"jh\":1}\n{\"fault\":\"kill\",\"target\":\"primary\"}")
                        .hasFaults())
                .isTrue();
    }

    @Test
    void faultsOfARepeatAreInTheOrderInWhichTheyAreInjected() throws ScriptException {
        var script = ScriptText.parse("{\"jh\":1}\n{\"repeat\":5,\"of\":[" + READ.strip()
                + "],\"faults\":[{\"after\":4,\"fault\":\"resume\",\"target\":\"paused\"},"
                + "{\"after\":2,\"fault\":\"pause\",\"target\":\"server2\"}]}\n");

        var repeat = (RepeatStep) ScriptText.steps(script).get(0);

        assertThat(repeat.scheduledFaults())
                .extracting(RepeatStep.ScheduledFault::after)
                .containsExactly(2L, 4L);
        assertThat(repeat.scheduledFaults().get(0).fault()).isEqualTo(new FaultStep(2, FaultType.PAUSE, "server2"));
    }

    @Test
    void itsStepsCanBeReadAgainAndAgain() throws ScriptException {
        var script = ScriptText.parse("{\"jh\":1}\n\n" + READ + READ);

        assertThat(ScriptText.steps(script)).extracting(Step::line).containsExactly(3, 4);
        assertThat(ScriptText.steps(script)).isEqualTo(ScriptText.steps(script));
    }

    @Test
    void aFileThatHasChangedSinceItWasCheckedIsRefusedBeforeAStepIsRead() throws IOException, ScriptException {
        var file = file("{\"jh\":1}\n" + READ);
        var script = Script.parse(file);

        Files.writeString(file, READ, StandardOpenOption.APPEND);

        assertThatThrownBy(script::steps).hasMessageContaining("lunch.jsonl: has changed since it was checked");
    }

    @Test
    void aChangeThatHidesBehindTheSameSizeAndTimeIsFoundAtTheEnd() throws IOException, ScriptException {
        var file = file("{\"jh\":1}\n" + READ);
        var time = Files.getLastModifiedTime(file);
        var script = Script.parse(file);

        Files.writeString(file, "{\"jh\":1}\n" + READ.replace("ada", "eve"));
        Files.setLastModifiedTime(file, FileTime.from(time.toInstant()));

        assertThatThrownBy(() -> ScriptText.steps(script)).hasMessageContaining("has changed since it was checked");
    }

    @Test
    void aPipeIsReadOnceAndItsStepsManyTimes() throws IOException, InterruptedException, ScriptException {
        var pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        var writer = new ProcessBuilder("sh", "-c", "printf '{\"jh\":1}\\n" + READ.strip() + "\\n' > '" + pipe + "'")
                .start();

        var script = Script.parse(pipe);

        assertThat(writer.waitFor()).isZero();
        assertThat(ScriptText.steps(script)).hasSize(1).isEqualTo(ScriptText.steps(script));
    }

    @Test
    void aFileThatCannotBeReadIsReported() {
        assertThatThrownBy(() -> Script.parse(directory.resolve("none.jsonl")))
                .hasMessageEndingWith("none.jsonl: there is no such file");
        assertThatThrownBy(() -> Script.parse(directory)).hasMessageContaining("is a directory");
    }

    @Test
    void theFirstInvalidLineIsFoundHoweverFarDown() throws IOException {
        var file = file("{\"jh\":1}\n" + READ.repeat(50_000) + "{\"op\":\"CANCEL\"}\n");

        assertThatThrownBy(() -> Script.parse(file))
                .hasMessageContaining("lunch.jsonl:50002:1: a request needs the key 'user'");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("lunch.jsonl"), text);
    }
}
