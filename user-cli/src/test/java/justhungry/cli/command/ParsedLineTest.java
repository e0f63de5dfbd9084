package justhungry.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import justhungry.platform.command.CliOptions;
import org.apache.commons.cli.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParsedLineTest {
    private static final Option HISTORY = CliOptions.value("history", "FILE", "keeps it");
    private static final Option PORT = CliOptions.value("nameserver-port", "P", "its port");
    private static final List<Option> OPTIONS = List.of(
            CliOptions.value("postcodes", "HOW", "checks them"),
            PORT,
            HISTORY,
            CommonOptions.JSON,
            CommonOptions.HELP,
            CommonOptions.PLAIN);

    @Test
    void aValueMayBeginWithADash() throws UsageException {
        var line = parse("--history", "-h1.jsonl", "--json", "script.jsonl");

        assertThat(line.value(HISTORY)).contains("-h1.jsonl");
        assertThat(line.has(CommonOptions.JSON)).isTrue();
        assertThat(line.has(CommonOptions.HELP)).isFalse();
        assertThat(line.arguments()).containsExactly("script.jsonl");
        assertThat(parse("--history=-h1.jsonl").value(HISTORY)).contains("-h1.jsonl");
        assertThat(parse("--", "--history", "-h1.jsonl").arguments()).containsExactly("--history", "-h1.jsonl");
    }

    @ParameterizedTest
    @CsvSource({
        "--history,        --history FILE is missing",
        "--history --json, --history FILE is missing",
        "--port 1099,      unknown option '--port'. Did you mean --nameserver-port?",
        "--port=1099,      unknown option '--port=1099'. Did you mean --nameserver-port?",
        "--nameserver-prt, unknown option '--nameserver-prt'. Did you mean --nameserver-port?",
        "--postcode x,     unknown option '--postcode'. Did you mean --postcodes?",
        "-x,               unknown option '-x'.",
        "--something-else, unknown option '--something-else'.",
    })
    void whatCannotBeParsedIsToldWithTheOptionThatIsMeant(String words, String message) {
        assertThatThrownBy(() -> parse(words.split(" ", -1)))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    private static ParsedLine parse(String... words) throws UsageException {
        return new ParsedLine(OPTIONS, List.of(words));
    }
}
