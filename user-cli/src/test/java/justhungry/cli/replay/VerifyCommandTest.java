package justhungry.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import justhungry.cli.CommandRunner;
import justhungry.cli.command.CommandContext;
import justhungry.cli.console.TerminalCapabilities;
import justhungry.client.FakeFrontendLocator;
import justhungry.client.RetryPolicy;
import justhungry.platform.process.ExitCode;
import justhungry.platform.process.ProgramOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    private static final String HEADER = "{\"jhHistory\":1,\"script\":\"lunch\"}\n";
    private static final String LIST = """
        {"op":"PRODUCT_LIST","user":"ada","client":0,"start":%d,"end":%d,"epoch":1,"revision":1,"turn":0,\
        "response":{"status":"ok","products":[{"name":"apple","price":"1.99","stock":%d}]}}
        """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @Test
    void aRightHistoryIsVerified() throws IOException {
        assertThat(verify(HEADER + LIST.formatted(1, 2, 15))).isEqualTo(ExitCode.OK);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("requests              1\nacknowledged updates  0\n")
                .endsWith("verified: every response is what a single server would have given\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aWrongHistoryIsNot_andTheFigureSaysWhy() throws IOException {
        var wrong = HEADER + LIST.formatted(1, 2, 15) + LIST.formatted(3, 4, 14);

        assertThat(verify(wrong)).isEqualTo(ExitCode.EXPECTATION);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("""
            wrong stock           1
              line 3, PRODUCT_LIST of ada: /products/0/stock: expected 15, got 14
            """).contains("NOT verified");
    }

    @Test
    void theJsonIsOneObjectOnOneLine() throws IOException {
        var wrong = HEADER + LIST.formatted(1, 2, 15) + LIST.formatted(3, 4, 14);

        assertThat(verify(wrong, "--json")).isEqualTo(ExitCode.EXPECTATION);
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        var json = JsonParser.parseString(out.toString(StandardCharsets.UTF_8)).getAsJsonObject();
        assertThat(json.get("passed").getAsBoolean()).isFalse();
        assertThat(json.getAsJsonObject("figures").keySet())
                .containsExactly(
                        "requests",
                        "acknowledgedUpdates",
                        "unknown",
                        "missing",
                        "placedTwice",
                        "wrongResponses",
                        "stale",
                        "stockWrong",
                        "others",
                        "undecided");
        assertThat(json.getAsJsonObject("examples").getAsJsonArray("stockWrong"))
                .hasSize(1);
    }

    @Test
    void aHistoryWithoutRequestsIsNotVerified() throws IOException {
        assertThat(verify(HEADER)).isEqualTo(ExitCode.EXPECTATION);

        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("NOT verified: the history has no requests\n");
    }

    @Test
    void aHistoryThatIsCutOffDoesNotParse() throws IOException {
        var cut = Files.writeString(directory.resolve("cut.jsonl"), HEADER + LIST.formatted(1, 2, 15));

        assertThat(run("verify", cut.toString())).isEqualTo(ExitCode.SCRIPT);

        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("cut.jsonl, line 2: the history ends here");
    }

    @Test
    void aFileThatDoesNotParseIsNamedWithItsLine() throws IOException {
        assertThat(verify(HEADER + "{\"op\":}\n")).isEqualTo(ExitCode.SCRIPT);

        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("history.jsonl, line 2, column")
                .hasLineCount(1);
    }

    @Test
    void aFileThatIsNotThereIsWrongUsage() {
        assertThat(run("verify", directory.resolve("none").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run("verify")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("none does not exist: name a history")
                .hasLineCount(2);
    }

    @Test
    void theHelpTellsItsExitCodes() {
        assertThat(run("verify", "--help")).isEqualTo(ExitCode.OK);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("just-hungry verify history.jsonl", "2 the file does not parse");
    }

    private ExitCode verify(String history, String... options) throws IOException {
        long requests = history.lines().count() - 1;
        var file = Files.writeString(
                directory.resolve("history.jsonl"), history + "{\"jhHistoryRequests\":%d}\n".formatted(requests));
        return options.length == 0 ? run("verify", file.toString()) : run("verify", file.toString(), options[0]);
    }

    private ExitCode run(String... words) {
        var frontends = new FakeFrontendLocator();
        var context = new CommandContext(
                Map.of(),
                ProgramOutput.to(out),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                () -> TerminalCapabilities.of(Map.of()),
                (address, background) -> frontends,
                RetryPolicy.DEFAULT,
                role -> List.of());
        return new CommandRunner(context).run(List.of(words));
    }
}
