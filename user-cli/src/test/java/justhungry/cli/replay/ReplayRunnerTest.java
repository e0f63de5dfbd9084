package justhungry.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import justhungry.cli.command.ParsedLine;
import justhungry.client.FakeFrontendLocator;
import justhungry.fixtures.FakeFrontend;
import justhungry.fixtures.FakeShop;
import justhungry.platform.process.ExitCode;
import justhungry.replay.run.Replay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayRunnerTest {
    private static final String HEADER = "{\"jh\":1}\n";
    private static final String KEPT = "history    kept as ";

    private final FakeFrontend frontend = new FakeFrontend(new FakeShop());
    private final FakeFrontendLocator frontends = new FakeFrontendLocator();
    private final List<String> lines = new ArrayList<>();
    private String interruptedAt = "never";

    @TempDir
    Path directory;

    @BeforeEach
    void addFrontend() {
        frontends.add(frontend);
    }

    @AfterEach
    void deleteTemporaryHistories() throws IOException {
        for (var history : keptHistories()) {
            Files.delete(history);
        }
    }

    @Test
    void ctrlCDuringTheVerificationKeepsTheHistory_andSaysWhere() throws Exception {
        interruptedAt = "latency";
        var report = directory.resolve("report.xml");

        assertThat(run("--verify", "--report", report.toString())).isEqualTo(ExitCode.INTERRUPTED);

        assertThat(lines).contains("The verification was interrupted.", "report     kept as " + report);
        assertThat(keptHistories())
                .singleElement()
                .satisfies(history -> assertThat(history).content().contains("PRODUCT_LIST"));
        assertThat(report).content().contains("PRODUCT_LIST", "The verification was interrupted.");
    }

    @Test
    void theVerificationSaysWhyItCountsMoreRequestsThanTheSummary() throws Exception {
        run("--verify");

        assertThat(lines)
                .filteredOn(line -> line.startsWith("requests  "))
                .singleElement()
                .asString()
                .endsWith("(the script's, plus those that read the state before and after)");
    }

    @Test
    void ctrlCAfterTheRunDoesNotEmptyTheReport() throws Exception {
        interruptedAt = "latency";
        var report = directory.resolve("report.xml");

        run("--report", report.toString());

        assertThat(report).content().contains("PRODUCT_LIST");
    }

    @Test
    void aVerifiedHistoryIsNotKept() throws Exception {
        assertThat(run("--verify")).isEqualTo(ExitCode.OK);

        assertThat(keptHistories()).isEmpty();
    }

    @Test
    void anOutputThatCannotBeWrittenIsNamed_andNothingIsSent() throws Exception {
        for (var option : List.of("--transcript", "--timeline", "--hdr", "--history", "--report")) {
            lines.clear();
            var file = directory.resolve("none/x.svg");

            assertThat(run("--verify", option, file.toString())).isEqualTo(ExitCode.UNAVAILABLE);

            assertThat(lines)
                    .as(option)
                    .containsExactly(
                            "%1$s cannot be written (no such file or directory): name another file; nothing was sent"
                                    .formatted(file));
        }
        assertThat(frontend.received()).isEmpty();
    }

    @Test
    void aScriptWithoutRequestsIsTold_andIsNotVerified() throws Exception {
        var report = directory.resolve("report.xml");

        assertThat(runScript(HEADER, "--verify", "--report", report.toString())).isEqualTo(ExitCode.EXPECTATION);
        assertThat(lines)
                .contains("warning: there is no request in s.jsonl")
                .endsWith("NOT verified: the history has no requests");
        assertThat(report).content().contains("NOT verified: the history has no requests");

        lines.clear();
        assertThat(runScript(HEADER)).isEqualTo(ExitCode.OK);
        assertThat(lines).contains("warning: there is no request in s.jsonl");

        lines.clear();
        assertThat(runScript(HEADER, "--dry-run", "--verify")).isEqualTo(ExitCode.OK);
        assertThat(lines).contains("warning: there is no request in it");
    }

    private ExitCode run(String... options) throws Exception {
        return runScript(HEADER + "{\"op\":\"PRODUCT_LIST\",\"user\":\"ada\"}\n", options);
    }

    private ExitCode runScript(String text, String... options) throws Exception {
        var script = Files.writeString(directory.resolve("s.jsonl"), text);
        var words = new ArrayList<>(List.of(options));
        words.add(script.toString());
        var runner = new ReplayRunner(ReplayOptions.of(new ParsedLine(ReplayOptions.ALL, words)), this::print);
        try {
            return runner.run(new Replay.ReplayTarget(() -> frontends, Optional.empty()), any -> List.of());
        } finally {
            assertThat(Thread.interrupted()).as("still interrupted").isFalse();
        }
    }

    private void print(String line) {
        lines.add(line);
        if (line.startsWith(interruptedAt)) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Path> keptHistories() {
        return lines.stream()
                .filter(line -> line.startsWith(KEPT))
                .map(line -> Path.of(line.substring(KEPT.length())))
                .toList();
    }
}
