package justhungry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import justhungry.cli.command.CommandContext;
import justhungry.cli.command.PrivateFile;
import justhungry.cli.console.TerminalCapabilities;
import justhungry.cli.console.TerminalCapabilities.Palette;
import justhungry.client.FakeFrontendLocator;
import justhungry.client.RetryPolicy;
import justhungry.fixtures.FakeFrontend;
import justhungry.fixtures.FakeShop;
import justhungry.platform.process.ExitCode;
import justhungry.platform.process.ProgramOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of {@code order --record}: its files, and wrong command lines. */
class RecordingTest {
    private final FakeFrontendLocator frontends = new FakeFrontendLocator();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private Path script;
    private Path transcript;

    @BeforeEach
    void prepare() {
        frontends.add(new FakeFrontend(new FakeShop()));
        script = folder.resolve("lunch.jsonl");
        transcript = folder.resolve("lunch.txt");
    }

    /** Without a whole session, which would read this process's own input. */
    @Test
    void aRecordingIsForItsOwnerOnly() throws IOException {
        PrivateFile.create(script).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(script)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsThereIsLeftAsItIs() throws IOException {
        Files.writeString(script, "my own");

        assertThat(order("--record", script.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("lunch.jsonl already exists: name another file");
        assertThat(script).hasContent("my own");
    }

    @Test
    void aTranscriptThatIsThereIsLeftAsItIs_andNoScriptIsBegun() throws IOException {
        Files.writeString(transcript, "my own");

        assertThat(order("--record", script.toString(), "--transcript", transcript.toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("lunch.txt already exists: name another file");
        assertThat(transcript).hasContent("my own");
        assertThat(script)
                .as("else the same command, corrected, would find it there")
                .doesNotExist();
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        assertThat(order("--record", folder.resolve("none/lunch.jsonl").toString()))
                .isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(err()).contains("none/lunch.jsonl cannot be written").doesNotContain("--plain");
    }

    @Test
    void aTranscriptWithoutARecordingIsWrongUsage() {
        assertThat(order("--transcript", transcript.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("--transcript needs --record FILE");
        assertThat(transcript).doesNotExist();
    }

    private ExitCode order(String... options) {
        var words = new ArrayList<>(List.of("order", "--plain"));
        words.addAll(List.of(options));
        var context = new CommandContext(
                Map.of(),
                ProgramOutput.to(out),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                () -> new TerminalCapabilities(false, false, false, false, Palette.COLOURS),
                (address, background) -> frontends,
                new RetryPolicy(5, Duration.ofSeconds(5), any -> {}, Duration.ofMinutes(1)),
                role -> List.of());
        return new CommandRunner(context).run(words);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
