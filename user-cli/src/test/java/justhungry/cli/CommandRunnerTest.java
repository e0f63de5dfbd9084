package justhungry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import justhungry.cli.command.CommandContext;
import justhungry.cli.console.TerminalCapabilities;
import justhungry.cli.console.TerminalCapabilities.Palette;
import justhungry.client.FakeFrontendLocator;
import justhungry.client.RetryPolicy;
import justhungry.coordination.NameServerAddress;
import justhungry.fixtures.FakeFrontend;
import justhungry.fixtures.FakeFrontend.FrontendFault;
import justhungry.fixtures.FakeShop;
import justhungry.platform.process.ExitCode;
import justhungry.platform.process.ProgramOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandRunnerTest {
    private static final String PLACE = "place apple=2 kale=1 --delivery SAME_DAY --tip 1.50 --yes --json";

    private final FakeShop shop = new FakeShop();
    private final FakeFrontend frontend = new FakeFrontend(shop);
    private final FakeFrontendLocator frontends = new FakeFrontendLocator();
    private final FakeFrontendLocator.FakeFrontendHandle link = frontends.add(frontend);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<NameServerAddress> asked = new ArrayList<>();
    private Map<String, String> environment = Map.of();
    private boolean typed;
    private boolean full;
    private boolean mute;
    private Runnable beforeRetry = () -> {};

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    @TempDir
    Path home;

    @BeforeEach
    void saveDetails() {
        var words = List.of(
                "details --first-name Ada --last-name Lovelace --phone 020-7946 --postcode DH1_3LE --address Green"
                        .split(" "));
        assertThat(run(words)).isEqualTo(ExitCode.OK);
        assertThat(out()).isEqualTo("Your details are saved.\n");
        out.reset();
    }

    @Test
    void theJsonHasTheNamesThatScriptsUse() {
        assertThat(json("products")).satisfies(json -> {
            assertThat(json.getAsJsonArray("products")
                            .get(0)
                            .getAsJsonObject()
                            .get("name")
                            .getAsString())
                    .isEqualTo("apple");
        });
        assertThat(json("price apple=2 kale=1").get("total").getAsString()).isEqualTo("4.97");
        var placed = json(PLACE.replace(" --json", ""));
        assertThat(placed.get("status").getAsString()).isEqualTo("ok");
        assertThat(placed.get("total").getAsString()).isEqualTo("7.47");
        assertThat(placed.get("order").getAsLong()).isEqualTo(1);
        var order = json("orders --active").getAsJsonArray("orders").get(0).getAsJsonObject();
        assertThat(order.get("id").getAsLong()).isEqualTo(1);
        assertThat(json("show 1").getAsJsonArray("orders").get(0)).isEqualTo(order);
        assertThat(json("cancel 1").get("order").getAsLong()).isEqualTo(1);
        assertThat(json("orders --active").getAsJsonArray("orders")).isEmpty();
    }

    @Test
    void whenOnlyTheFormatOfThePostcodeWasChecked_thenThatIsSaid() {
        frontend.checkFormatOnly();
        var details = "details --first-name Ada --last-name Byron --phone 020-7946 --postcode DH1_3LE --address Green";

        assertThat(run(details)).isEqualTo(ExitCode.OK);
        assertThat(out())
                .startsWith("Your details are saved.\nOnly the format of the postcode was checked")
                .hasLineCount(2);
        assertThat(json(details).get("postcode").getAsString()).isEqualTo("FORMAT_ONLY");
    }

    @Test
    void detailsWithoutOptionsShowsWhatIsSaved() {
        assertThat(run("details")).isEqualTo(ExitCode.OK);
        assertThat(out()).isEqualTo("""
            First name  Ada
            Last name   Lovelace
            Phone       020-7946
            Postcode    DH1_3LE
            Address     Green
            """);
        assertThat(json("details").get("lastName").getAsString()).isEqualTo("Lovelace");
    }

    @Test
    void detailsWithSomeOptionsChangesThose_andKeepsTheOthers() {
        assertThat(run("details --last-name Byron --address Moor")).isEqualTo(ExitCode.OK);
        assertThat(out()).isEqualTo("Your details are saved.\n");

        var saved = json("details");
        assertThat(saved.get("firstName").getAsString()).isEqualTo("Ada");
        assertThat(saved.get("lastName").getAsString()).isEqualTo("Byron");
        assertThat(saved.get("phone").getAsString()).isEqualTo("020-7946");
        assertThat(saved.get("postcode").getAsString()).isEqualTo("DH1_3LE");
        assertThat(saved.get("address").getAsString()).isEqualTo("Moor");
    }

    @Test
    void detailsWithAllOptionsIsOneRequest() {
        assertThat(frontend.received())
                .extracting(envelope -> envelope.request().operation())
                .containsOnlyOnce("USER_DETAILS")
                .doesNotContain("VIEW_DETAILS");
    }

    @Test
    void whereNoDetailsAreSaved_thenWhatIsMissingIsSaid() {
        var stranger = " --user-file " + home.resolve("stranger");

        assertThat(run("details" + stranger)).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("(NO_DETAILS). To save them: just-hungry details --help");
        err.reset();
        assertThat(run("details --first-name Eve --phone 020-7946" + stranger)).isEqualTo(ExitCode.USAGE);
        assertThat(err())
                .contains("no contact details are saved yet; add --last-name NAME --postcode POSTCODE --address TEXT");
        assertThat(frontend.idsOf("USER_DETAILS")).hasSize(1);
    }

    @Test
    void whenTheSavedDetailsCannotBeRead_thenNothingIsChanged() {
        link.stop();

        assertThat(run("details --phone 020-7947")).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(err()).contains("No front end answers");
    }

    @Test
    void whenThereIsNoSuchProduct_thenTheNearestOneIsNamed() {
        assertThat(run("price aple=2")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("Did you mean apple?");
        err.reset();
        assertThat(run("place apple=1 kal=2 --delivery SAME_DAY --yes")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("Did you mean kale?");
    }

    @Test
    void anArgumentThatWasNotReadWholeIsRefused() {
        assertThat(run(List.of("price", "caf\ufffd=1"))).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("the argument 'caf\ufffd=1' cannot be read: write it in UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "orders --limit 0, 100",
        "orders --limit 101, 100",
        "price apple=0, 1000000000",
        "price apple=1000000001, 1000000000"
    })
    void aNumberHasOneRange(String words, int max) {
        assertThat(run(words)).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("write a whole number from 1 to %d.".formatted(max));
    }

    @Test
    void aLaterRunIsTheSamePerson_andAnotherUserFileIsAnother() {
        run(PLACE);

        assertThat(json("orders").getAsJsonArray("orders")).hasSize(1);
        assertThat(json("orders --user-file " + home.resolve("other")).getAsJsonArray("orders"))
                .isEmpty();
    }

    @Test
    void aRefusalIsJsonToo_andShowsInTheExitCode() {
        assertThat(run("cancel 7 --json")).isEqualTo(ExitCode.USAGE);
        assertThat(out()).contains("\"status\":\"refused\"", "\"reason\":\"UNKNOWN_ORDER\"");
    }

    @Test
    void wrongUsageIsJsonToo_forWhoeverAsksForJson() {
        assertThat(run("cancel x --json")).isEqualTo(ExitCode.USAGE);
        assertThat(out())
                .startsWith("{\"status\":\"refused\",\"reason\":\"USAGE\"")
                .hasLineCount(1);
    }

    @Test
    void whatWentWrongIsSaidOnStderrToAPerson() {
        assertThat(run("cancel 7")).isEqualTo(ExitCode.USAGE);
        assertThat(out()).isEmpty();
        assertThat(err()).isEqualTo("You have no order 7. (UNKNOWN_ORDER)\n");
    }

    @Test
    void theWayOfAnOrderIsTheLastLine_andInTheJson() {
        assertThat(run(PLACE.replace("--json", "--trace"))).isEqualTo(ExitCode.OK);
        assertThat(out().lines())
                .last()
                .isEqualTo("trace: PLACE_ORDER: frontend1 -> server1 (epoch 1, entry 3) -> server2 3.1 ms"
                        + " -> acknowledged after 6.3 ms");
        assertThat(json(PLACE.replace("--json", "--trace"))
                        .getAsJsonObject("trace")
                        .get("frontend")
                        .getAsString())
                .isEqualTo("frontend1");
        assertThat(json(PLACE.replace(" --json", "")).has("trace")).isFalse();
        assertThat(err()).isEmpty();
    }

    @Test
    void anUnknownOutcomeSaysHowToFindOut() {
        frontend.injectFaults(
                FrontendFault.ANSWER_LOST,
                FrontendFault.ANSWER_LOST,
                FrontendFault.ANSWER_LOST,
                FrontendFault.ANSWER_LOST,
                FrontendFault.ANSWER_LOST,
                FrontendFault.ANSWER_LOST);

        assertThat(run(PLACE.replace(" --json", ""))).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(err()).contains("It is not known whether").contains("just-hungry orders");
    }

    @ParameterizedTest
    @CsvSource({"TOO_FEW,refused", "ANSWER_LOST,unknown"})
    void theJsonTellsWhatWasNotDoneFromWhatNobodyKnows(FrontendFault fault, String status) {
        frontend.injectFaults(fault, fault, fault, fault, fault, fault);

        assertThat(run(PLACE)).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(out()).contains("\"status\":\"%s\"".formatted(status));
    }

    @Test
    void whatWasNotCarriedOutSaysWhereToLook() {
        frontend.injectFaults(FrontendFault.TOO_FEW);

        assertThat(run("cancel 1")).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(err()).isEqualTo("Only one back end is there. Nothing was changed. See why: just-hungry status\n");
    }

    @Test
    void noFrontEndIsToldWithWhereItWasLookedFor() {
        link.stop();

        assertThat(run("products")).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(err()).contains("No front end answers", "127.0.0.1:1099");
    }

    @ParameterizedTest
    @ValueSource(strings = {"place apple=2 --delivery SAME_DAY", "place apple=2 --delivery SAME_DAY --no-input"})
    void anOrderThatNobodyConfirmsIsNotPlaced(String line) {
        assertThat(run(line)).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("--yes");
        assertThat(shop.orders()).isEmpty();
    }

    @Test
    void aTipThatMakesTheOrderCostMoreThanAnyMay_isWrongUsage() {
        typed = true;

        assertThat(run("place apple=1 --delivery SAME_DAY --tip 10000000")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("place: the total would be £10000002.99").hasLineCount(1);
    }

    @Test
    void aDeliveryThatDoesNotExistIsRefused_andTheOthersAreNamed() {
        typed = true;

        assertThat(run("place apple=1 --delivery by-drone")).isEqualTo(ExitCode.USAGE);
        assertThat(err())
                .contains("place: there is no delivery BY_DRONE; choose one of: TWO_HOURS, SAME_DAY, NEXT_DAY")
                .hasLineCount(1);
        err.reset();
        assertThat(run("place apple=1 --delivery by-drone --yes")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).isEqualTo("There is no delivery BY_DRONE. (UNKNOWN_DELIVERY)\n");
    }

    @Test
    void deliveriesAreShownAsTheClusterHasThem() {
        assertThat(run("products")).isEqualTo(ExitCode.OK);

        assertThat(out()).endsWith("""
            Deliveries
              TWO_HOURS  within the next 2 hours, £3.00
              SAME_DAY   same day, £1.00
              NEXT_DAY   next day, free
            """);
    }

    @Test
    void theListOfOrdersSaysWhenEachWasPlaced() {
        run(PLACE);
        out.reset();
        run("orders");

        assertThat(out()).containsPattern("^Order 1, active\n  placed (28|29|30) Nov 2026, \\d\\d:\\d\\d\n  2 x apple");
        assertThat(json("orders")
                        .getAsJsonArray("orders")
                        .get(0)
                        .getAsJsonObject()
                        .get("placed")
                        .getAsString())
                .isEqualTo("2026-11-29T09:15:00.123Z");
        assertThat(json("products").get("decidedAt").getAsString()).isEqualTo("2026-11-29T09:15:00.123Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "produts | Did you mean products?",
                "stauts | Did you mean status?",
                "fore-primary | Did you mean force-primary?",
                "re | Did you mean resume or replay?",
                "start | Did you mean up?",
                "stop | Did you mean down?",
                "help produts | Did you mean products?",
                "--plain status | options come after the command",
                "completion fish | name your shell: bash or zsh",
                "'' | no command given",
                "products --jsn | Did you mean --json? Try: just-hungry products --help",
                "products now | unexpected argument 'now'",
                "price | at least one product",
                "price apple | like apple=2",
                "price apple=0 | whole number",
                "price apple=-1 | whole number",
                "price apple=1.5 | whole number",
                "price apple=9999999999 | whole number",
                "place apple=1 --yes | --delivery WHEN is missing",
                "place apple=1 --yes --delivery so.on | like SAME_DAY: not 'SO.ON'",
                "place apple=1 --yes --delivery NEXT_DAY --tip -1 | not an amount of money",
                "cancel | give the number of one order",
                "cancel x | write it like 42",
                "show | give the number of one order",
                "orders --limit 0 | --limit is '0'",
                "orders --limit 101 | a whole number from 1 to 100",
                "products --nameserver here | HOST:PORT",
                "details now | unexpected argument 'now'",
                "details --phone x | a phone number has digits",
                "replay --timeline run.png none.jsonl | --timeline draws SVG: name a file like timeline.svg, not 'run.png'",
                "order --no-input | use place instead",
                "order --yes | leave --yes out"
            })
    void wrongUsageIsOneLineThatSaysWhatToWrite(String line, String words) {
        assertThat(run(line.isEmpty() ? List.of() : List.of(line.split(" ")))).isEqualTo(ExitCode.USAGE);
        assertThat(out()).isEmpty();
        assertThat(err()).contains(words).hasLineCount(1);
    }

    @Test
    void theSameProductTwiceAddsUp() {
        assertThat(json("price apple=2 apple=1").get("total").getAsString()).isEqualTo("5.97");
    }

    @Test
    void helpLeadsWithExamples() {
        assertThat(run("place --help")).isEqualTo(ExitCode.OK);
        assertThat(out().lines().skip(2)).startsWith("Examples:");
        out.reset();
        assertThat(run("--help")).isEqualTo(ExitCode.OK);
        assertThat(out()).startsWith("Examples:");
        assertThat(out().lines().map(String::strip).map(line -> line.replaceFirst(" .*", "")))
                .contains("order", "place", "products", "price", "details", "orders", "show", "cancel")
                .contains(
                        "demo",
                        "up",
                        "down",
                        "status",
                        "kill",
                        "pause",
                        "resume",
                        "restart",
                        "force-primary",
                        "rebuild-register")
                .contains("nameserver", "backend", "frontend", "help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"place", "demo", "kill", "completion"})
    void helpForACommandIsThatCommandsHelp(String command) {
        run("help " + command);
        var help = out();
        out.reset();
        run(command + " --help");

        assertThat(help).isEqualTo(out()).startsWith("just-hungry " + command + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "help help", "-h", "help --help"})
    void helpForNoCommandListsAll(String line) {
        assertThat(run(line)).isEqualTo(ExitCode.OK);
        assertThat(out()).startsWith("Examples:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "demo"})
    void helpDoesNotShowWhatTheCommandRefuses(String command) {
        for (var option : List.of("--yes", "--no-input")) {
            assertThat(run(command + " " + option)).isEqualTo(ExitCode.USAGE);
            run(command + " --help");
            assertThat(out()).contains("--plain").doesNotContain(option);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', demo",
        "--plain, demo --plain",
        "--backends 5, demo --backends 5",
        "--version, --version",
        "-h, -h",
        "status --plain, status --plain",
        "--plain status, --plain status",
        "--plain frontend, --plain frontend",
        "--plain backend server1, --plain backend server1",
        "--plain nameserver, --plain nameserver",
        "--plain help, --plain help"
    })
    void withoutACommandItIsTheDemo(String typed, String meant) {
        var words = typed.isEmpty() ? List.<String>of() : List.of(typed.split(" "));

        assertThat(CommandRegistry.completed(words)).isEqualTo(List.of(meant.split(" ")));
    }

    @Test
    void helpSaysWhereTheNameServerIsLookedFor() {
        run("products --help");

        assertThat(out()).contains("default: $JUST_HUNGRY_NAMESERVER, else the cluster in the background, else 127");
    }

    @Test
    void theOptionComesBeforeTheEnvironment() {
        environment = Map.of(NameServerAddress.VARIABLE, "kitchen:1");
        asked.clear();
        run("products");
        run("products --nameserver pantry:2");

        assertThat(asked).containsExactly(new NameServerAddress("kitchen", 1), new NameServerAddress("pantry", 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "products",
                "orders --json",
                "price apple=1",
                "help",
                "products --help",
                "--version",
                "orders --limit x --json"
            })
    void anOutputThatFailsIsAnErrorOfEveryCommand(String line) {
        full = true;

        assertThat(run(line)).isNotEqualTo(ExitCode.OK);
        assertThat(err()).contains("the output cannot be written (No space left on device)");
    }

    @Test
    void messagesThatNobodyCanReadDoNotFailWhatWasDone() {
        mute = true;
        link.stop();
        beforeRetry = link::start; // It says meanwhile that it tries again.

        assertThat(run(PLACE)).isEqualTo(ExitCode.OK);
        assertThat(out()).hasLineCount(1).startsWith("{\"status\":\"ok\"");
    }

    @Test
    void whatWasDoneBeforeTheOutputFailedIsNotDenied() {
        full = true;

        assertThat(run(PLACE)).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(err()).endsWith("everything else was done\n");
        assertThat(shop.orders()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "version", "products --version", "up --version"})
    void theVersionIsOneLine(String line) {
        assertThat(run(line)).isEqualTo(ExitCode.OK);
        assertThat(out()).startsWith("just-hungry").contains("(Java ").hasLineCount(1);
    }

    private JsonObject json(String line) {
        out.reset();
        assertThat(run(line + " --json")).isEqualTo(ExitCode.OK);
        assertThat(out()).hasLineCount(1);
        return JsonParser.parseString(out()).getAsJsonObject();
    }

    private ExitCode run(String line) {
        return run(List.of(line.split(" ")));
    }

    private ExitCode run(List<String> words) {
        var context = new CommandContext(
                environment,
                ProgramOutput.to(full ? new FullDisk() : out),
                new PrintStream(mute ? new FullDisk() : err, true, StandardCharsets.UTF_8),
                () -> new TerminalCapabilities(typed, false, false, false, Palette.COLOURS),
                (address, background) -> {
                    asked.add(address);
                    return frontends;
                },
                new RetryPolicy(5, Duration.ofSeconds(5), any -> beforeRetry.run(), Duration.ofMinutes(1)),
                role -> List.of());
        return new CommandRunner(context).run(words);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
