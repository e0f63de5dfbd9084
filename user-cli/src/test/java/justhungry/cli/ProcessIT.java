package justhungry.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.AlreadyBoundException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import justhungry.cli.fake.FakeCluster;
import justhungry.fixtures.FakeFrontend;
import justhungry.fixtures.FakeShop;
import justhungry.platform.process.ExitCode;
import justhungry.platform.rmi.RmiProcess;
import justhungry.testing.ChildJvm;
import justhungry.testing.TestRmi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program as a process of its own: on a pipe, and in a terminal of its own, against a registry and RMI. */
class ProcessIT {
    private static final String ORDER =
            "1\nAda\nO'Brien\n020-7946\nDH1 3LE\n1 Palace Green\napple\n2\nn\ny\n2\n\ny\n4\n";
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final char ESCAPE = 0x1b;
    private static final char CTRL_Z = 0x1a;
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    private record ProcessResult(int exitCode, String seen) {}

    private final FakeShop shop = new FakeShop();

    @TempDir
    Path home;

    private FakeCluster cluster;

    @BeforeAll
    static void configureRmi() {
        TestRmi.configure(RmiProcess::configure);
    }

    @BeforeEach
    void startCluster() throws IOException, AlreadyBoundException {
        cluster = new FakeCluster(new FakeFrontend(shop));
    }

    @AfterEach
    void endCluster() throws IOException {
        cluster.close();
    }

    @Test
    void onAPipeTheTranscriptReadsWellAndHasNoEscapeByte() throws IOException, InterruptedException {
        var ended = run(command("order"), ORDER, Map.of("TERM", "xterm-256color"));

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.seen())
                .contains("First name: Ada\nLast name: O'Brien\n", "Order 1 is placed: £4.98 in all.\n")
                .doesNotContain(String.valueOf(ESCAPE));
        assertThat(shop.orders()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"'',0", "'1\nAda\n',1", "'9\n9\n9\n',0", "'1\n\n\n\n',1", "'4\n',0"})
    void anInputThatEndsEndsTheProgram(String input, int exitCode) throws IOException, InterruptedException {
        assertThat(run(command("order"), input, Map.of()).exitCode()).isEqualTo(exitCode);
    }

    @Test
    void aPipeThatIsNotUtf8EndsTheProgramBeforeAnythingIsSaved() throws IOException, InterruptedException {
        var answers = ORDER.replace("Ada", "José").getBytes(StandardCharsets.ISO_8859_1);

        var ended = run(command("order"), answers, Map.of());

        assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ended.seen()).contains("line 2 of the input is not UTF-8; convert it");
        assertThat(shop.orders()).isEmpty();
    }

    @Test
    void aPipeWithAByteOrderMarkAndReturnsIsReadAsAnyOther() throws IOException, InterruptedException {
        var ended = run(command("order"), "\ufeff" + ORDER.replace("\n", "\r\n"), Map.of());

        assertThat(ended.exitCode()).isZero();
        assertThat(shop.orders()).hasSize(1);
    }

    @Test
    void anArgumentThatTheLocaleCannotReadIsRefused() throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("env", "LC_ALL=C"));
        command.addAll(command(
                "details",
                "--first-name",
                "José",
                "--last-name",
                "L",
                "--phone",
                "020 7946 0000",
                "--postcode",
                "DH1 3LE",
                "--address",
                "Green"));

        var ended = run(command, "", Map.of());

        assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ended.seen()).contains("cannot be read: write it in UTF-8").hasLineCount(1);
    }

    @Test
    void numbersAreAsciiInAnArabicLocale() throws IOException, InterruptedException {
        var ended = run(
                command("products"),
                "",
                Map.of("JAVA_TOOL_OPTIONS", "-Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab"));

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.seen()).contains("£1.99", "15 left").doesNotContainPattern("[٠-٩]");
    }

    @Test
    void aOneShotCommandPrintsNothingButItsData() throws IOException, InterruptedException {
        // Messages are not data: on a slow machine one says that it waits.
        var ended = shell("%s --json 2>/dev/null".formatted(line("products")), "");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.seen())
                .startsWith("{\"status\":\"ok\",\"products\":[{\"name\":\"apple\"")
                .hasLineCount(1);
    }

    @Test
    void aTerminalEditsCompletesAndPlacesTheOrder() throws IOException, InterruptedException {
        var product = ORDER.indexOf("apple");
        var ended = run(terminalCommand("order"), Map.of("TERM", "xterm-256color"), (keyboard, seen) -> {
            keyboard.write(ORDER.substring(0, product).getBytes(StandardCharsets.UTF_8));
            keyboard.flush();
            // What is typed ahead of a slow answer is not completed.
            await().atMost(TIMEOUT).until(() -> text(seen).contains("Product: "));
            keyboard.write(ORDER.substring(product).replace("apple", "app\t").getBytes(StandardCharsets.UTF_8));
        });

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.seen()).contains("Order 1 is placed: £4.98 in all.").contains(String.valueOf(ESCAPE));
        assertThat(shop.orders()).hasSize(1);
    }

    /** See no-color.org: the lines can be edited, and the arrow keys recall commands, but no answers. */
    @Test
    void noColorMeansNoColourOnly() throws IOException, InterruptedException {
        var environment = Map.of("TERM", "xterm-256color", "NO_COLOR", "1");
        var up = ESCAPE + "OA";
        var ended = run(terminalCommand("order"), environment, (keyboard, seen) -> {
            type(keyboard, seen, "> ", "history\n");
            type(keyboard, seen, "You have no orders yet.", "9\n");
            type(keyboard, seen, "'9' is not on the menu", up + up + "\n");
            await().atMost(TIMEOUT).until(() -> text(seen).split("You have no orders yet", -1).length == 3);
            type(keyboard, seen, "> ", "1\n");
            type(keyboard, seen, "First name: ", up + "Ada\n");
            type(keyboard, seen, "Last name: ", "back\n4\n");
        });

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.seen())
                .contains(ESCAPE + "[")
                .doesNotContainPattern(ESCAPE + "\\[[0-9;]*3[0-7]m")
                .doesNotContain("First name: 1", "First name: history");
    }

    /** The terminal says with brackets that the line ends in it were pasted, and are not the end of an answer. */
    @Test
    void anAddressOfThreeLinesThatIsPastedIsStoredWithCommas() throws IOException, InterruptedException {
        var pasted = ESCAPE + "[200~1 Palace Green\rDurham\rCounty Durham" + ESCAPE + "[201~";
        var ended = run(terminalCommand("order"), Map.of("TERM", "xterm-256color"), (keyboard, seen) -> {
            type(keyboard, seen, "> ", "1\n");
            type(keyboard, seen, "First name: ", "Ada\n");
            type(keyboard, seen, "Last name: ", "Lovelace\n");
            type(keyboard, seen, "Phone: ", "020-7946\n");
            type(keyboard, seen, "Postcode: ", "DH1 3LE\n");
            type(keyboard, seen, "Address: ", pasted + "\n");
            type(keyboard, seen, "Product: ", "back\n4\n");
        });

        assertThat(ended.exitCode()).isZero();
        assertThat(run(command("details", "--json"), "", Map.of()).seen())
                .contains("\"address\":\"1 Palace Green, Durham, County Durham\"");
    }

    /** While the job is suspended the shell has a terminal as it needs it; then the line that was begun is there again. */
    @Test
    void ctrlZSuspendsTheJob_andItsContinuationFindsTheLineAsItWas() throws IOException, InterruptedException {
        var jobs = inTerminal("stty cols 40 rows 50; set -m; %s; stty -a; fg".formatted(line("order")));
        var environment = Map.of("TERM", "xterm-256color", "SHELL", "/bin/sh");
        var ended = run(jobs, environment, (keyboard, seen) -> {
            type(keyboard, seen, "> ", "hist");
            type(keyboard, seen, "hist", String.valueOf(CTRL_Z));
            await().atMost(TIMEOUT)
                    .until(() -> text(seen).replaceFirst("(?s).*icanon", "").contains("hist"));
            type(keyboard, seen, "icanon", "ory\n");
            type(keyboard, seen, "You have no orders yet.", "4\n");
        });

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.seen()).contains(" icanon ", " echo ");
    }

    @Test
    void whoAnswersWithLessThanTheWholeWordYesDeletesNothing() throws IOException, InterruptedException {
        var orders = Files.createDirectories(home.resolve("just-hungry/cluster/data"));
        var up = String.join(" ", program("up", "--fresh"));
        var noJars = "-Djusthungry.home=" + home; // Were the answer taken for a yes, no cluster would stay behind.
        var environment = Map.of(
                "TERM",
                "xterm",
                "JAVA_TOOL_OPTIONS",
                noJars,
                "XDG_DATA_HOME",
                home.toString(),
                "XDG_STATE_HOME",
                home.resolve("state").toString());

        var ended = run(inTerminal(up), "y\n", environment);

        assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ended.seen())
                .contains("Type yes to continue: ", "Nothing was done: to continue, type the whole word yes.");
        assertThat(orders).isDirectory();
    }

    private static void type(OutputStream keyboard, Path seen, String awaited, String line) throws IOException {
        await().atMost(TIMEOUT).until(() -> text(seen).contains(awaited));
        keyboard.write(line.getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    @Test
    void aTerminalThatWantsNoEscapeBytesGetsNone() throws IOException, InterruptedException {
        var ended = inTerminal(ORDER, Map.of("TERM", "dumb"));

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.seen()).contains("Order 1 is placed: £4.98 in all.").doesNotContain(String.valueOf(ESCAPE));
    }

    @Test
    void aPersonAtATerminalIsAskedBeforeAOneShotOrder() throws IOException, InterruptedException {
        run(
                command(
                        "details",
                        "--first-name",
                        "Ada",
                        "--last-name",
                        "L",
                        "--phone",
                        "02079",
                        "--postcode",
                        "DH1 3LE",
                        "--address",
                        "Green"),
                "",
                Map.of());

        var ended = inTerminal(List.of("place", "apple=1", "--delivery", "NEXT_DAY"), "n\n", Map.of("TERM", "xterm"));

        assertThat(ended.seen()).contains("Place this order? (y/n)", "Nothing was ordered.");
        assertThat(shop.orders()).isEmpty();
    }

    @Test
    void aDialogueWhoseQuestionsNobodyCanSeeOrdersNothing() throws IOException, InterruptedException {
        var ended = shell("%s >/dev/full".formatted(line("order")), ORDER);

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.seen()).contains("the output cannot be written");
        assertThat(shop.orders()).isEmpty();
    }

    @Test
    void anOutputOnAFullDiskIsAnError_butAReaderThatLeavesIsNone() throws IOException, InterruptedException {
        assertThat(shell("%s >/dev/full".formatted(line("products")), "").exitCode())
                .isEqualTo(3);
        assertThat(shell("{ %s; echo code $? >&2; } | true".formatted(line("products")), "")
                        .seen())
                .endsWith("code 0\n")
                .doesNotContain("cannot be written");
    }

    @Test
    void whenTheReaderOfResultsLeaves_theReplayGoesOnToItsEnd() throws IOException, InterruptedException {
        var script = script(2_000);

        var ended = shell("{ %s; echo code $? >&2; } | head -n 1".formatted(line("replay", script)), "");

        assertThat(ended.seen()).contains("2,001 requests completed", "code 0");
    }

    @Test
    void ctrlCInAReplayKeepsWhatWasMeasured_andSaysWhere() throws IOException, InterruptedException {
        var history = home.resolve("history.jsonl");
        var results = home.resolve("results");
        var messages = home.resolve("messages");
        var replay = new ProcessBuilder(
                        interruptible(command("replay", script(10_000_000), "--history", history.toString())))
                .redirectOutput(results.toFile())
                .redirectError(messages.toFile())
                .start();
        try {
            await().atMost(TIMEOUT).until(() -> Files.exists(results) && Files.size(results) > 10_000);
            new ProcessBuilder("kill", "-s", "INT", Long.toString(replay.pid())).start();
            assertThat(replay.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            replay.destroyForcibly();
        }

        assertThat(replay.exitValue()).isEqualTo(130);
        assertThat(messages)
                .content()
                .contains("The run was interrupted", " requests completed in ", "history    kept as " + history);
        assertThat(history)
                .content()
                .endsWith("}\n")
                .contains("\n{\"jhHistoryRequests\":")
                .hasSizeGreaterThan(10_000);
    }

    /** Otherwise it would end after 10 s, each time. On a busy machine one attempt may take as long. */
    @Test
    void ctrlCBeforeTheScriptWasReadEndsTheReplayAtOnce() {
        await().atMost(TIMEOUT).pollInSameThread().until(this::endsAtOnceByCtrlC);
    }

    private boolean endsAtOnceByCtrlC() throws IOException, InterruptedException {
        var temporary = Files.createTempDirectory(home, "temporary");
        var builder = new ProcessBuilder(interruptible(command("replay", "-")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        var replay = builder.start();
        try {
            await().atMost(TIMEOUT).until(() -> hasScript(temporary));
            new ProcessBuilder("kill", "-s", "INT", Long.toString(replay.pid())).start();
            if (!replay.waitFor(8, TimeUnit.SECONDS)) {
                return false;
            }
        } finally {
            replay.destroyForcibly();
        }

        assertThat(replay.exitValue()).isEqualTo(130);
        assertThat(hasScript(temporary)).as("the copy of the script stays").isFalse();
        return true;
    }

    @Test
    void anOutputThatCannotBeWrittenLeavesNoTemporaryHistory() throws IOException, InterruptedException {
        var temporary = Files.createDirectory(home.resolve("temporary"));

        var ended = run(
                command("replay", "--verify", "--timeline", home + "/none/x.svg", script(1)),
                "",
                Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary));

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.seen()).contains("none/x.svg cannot be written (");
        assertThat(hasScript(temporary)).isFalse();
    }

    @Test
    void aTemporaryDirectoryThatIsMissingIsNamed_andWhatToDo() throws IOException, InterruptedException {
        var missing = home.resolve("missing");

        var ended = run(
                command("replay", "--verify", script(1)),
                "",
                Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + missing));

        assertThat(ended.exitCode()).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(ended.seen())
                .contains("the temporary directory %s is missing: create it, or name another with".formatted(missing));
    }

    /** Whether a script or a history is in it. */
    private static boolean hasScript(Path directory) throws IOException {
        try (var files = Files.newDirectoryStream(directory, "just-hungry*.jsonl")) {
            return files.iterator().hasNext();
        }
    }

    /** In the background of a shell these tests inherit that SIGINT is ignored, and so would all that they start. */
    private static List<String> interruptible(List<String> command) {
        return Stream.concat(Stream.of("env", "--default-signal=INT"), command.stream())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"--history,--transcript", "--timeline,--hdr"})
    void aReplayOverwritesNeitherItsScriptNorAnOutput(String one, String other)
            throws IOException, InterruptedException {
        var script = script(1);
        var content = Files.readString(Path.of(script));

        assertThat(run(command("replay", script, one, script), "", Map.of()).seen())
                .contains(one + " would overwrite the script");
        assertThat(run(command("replay", script, one, home + "/x.svg", other, home + "/x.svg"), "", Map.of())
                        .seen())
                .contains("are the same file");
        assertThat(Path.of(script)).hasContent(content);
        assertThat(home.resolve("x.svg")).doesNotExist();
    }

    private String script(int products) throws IOException {
        var list = "{\"op\":\"PRODUCT_LIST\",\"user\":\"ada\"}";
        return Files.writeString(
                        home.resolve("s.jsonl"),
                        "{\"jh\":1}\n%s\n{\"repeat\":%d,\"of\":[%s]}\n".formatted(list, products, list))
                .toString();
    }

    /** What was written so far may end in the middle of a character. */
    private static String text(Path seen) throws IOException {
        return new String(Files.readAllBytes(seen), StandardCharsets.UTF_8);
    }

    private String line(String... words) {
        return String.join(" ", command(words));
    }

    private ProcessResult shell(String line, String input) throws IOException, InterruptedException {
        return run(List.of("sh", "-c", line), input, Map.of());
    }

    private ProcessResult inTerminal(String input, Map<String, String> environment)
            throws IOException, InterruptedException {
        return inTerminal(List.of("order"), input, environment);
    }

    /** Runs it under {@code script}, which gives it a terminal of its own and types the input from the pipe. */
    private ProcessResult inTerminal(List<String> words, String input, Map<String, String> environment)
            throws IOException, InterruptedException {
        return run(terminalCommand(words.toArray(String[]::new)), input, environment);
    }

    private List<String> terminalCommand(String... words) {
        return inTerminal("stty cols 40 rows 50; " + line(words));
    }

    private static List<String> inTerminal(String line) {
        assumeTrue(Files.isExecutable(SCRIPT), "script(1) is not installed: nothing can be tried in a terminal");
        return List.of(SCRIPT.toString(), "-qec", line, "/dev/null");
    }

    private static List<String> program(String... words) {
        // As the jar's manifest does.
        var flags =
                Runtime.version().feature() >= 24 ? List.of("--enable-native-access=ALL-UNNAMED") : List.<String>of();
        return ChildJvm.command(flags, Main.class, words);
    }

    private List<String> command(String... words) {
        var command = program(words);
        command.addAll(List.of("--nameserver", cluster.address()));
        if (!words[0].equals("replay")) {
            command.addAll(List.of("--user-file", home.resolve("user").toString()));
        }
        return command;
    }

    private ProcessResult run(List<String> command, String input, Map<String, String> environment)
            throws IOException, InterruptedException {
        return run(command, input.getBytes(StandardCharsets.UTF_8), environment);
    }

    private ProcessResult run(List<String> command, byte[] input, Map<String, String> environment)
            throws IOException, InterruptedException {
        return run(command, environment, (keyboard, seen) -> keyboard.write(input));
    }

    /** The typing of a person, who sees what is in the file. */
    private interface Typing {
        void type(OutputStream keyboard, Path seen) throws IOException;
    }

    private ProcessResult run(List<String> command, Map<String, String> environment, Typing typing)
            throws IOException, InterruptedException {
        var seen = Files.createTempFile(home, "seen", ".txt");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(seen.toFile());
        builder.environment().keySet().removeAll(List.of("TERM", "NO_COLOR"));
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            try (var keyboard = process.getOutputStream()) {
                typing.type(keyboard, seen);
            }
            assertThat(process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new ProcessResult(process.exitValue(), text(seen));
    }
}
