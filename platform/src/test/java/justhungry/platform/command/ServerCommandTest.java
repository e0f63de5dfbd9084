package justhungry.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.commons.cli.ParseException;
import org.junit.jupiter.api.Test;

class ServerCommandTest {
    private static final ServerCommand COMMAND = new ServerCommand(
            "oven",
            "NAME",
            List.of("", "oven1 --heat 200"),
            """
            Runs one oven.
            Ctrl-C stops it.
            """,
            List.of(
                    CliOptions.value(
                            "heat", "DEGREES", "how hot it is while it bakes, in degrees Celsius, from 50 to 250"),
                    CliOptions.flag("a-name-that-is-longer-than-its-column", "has a gap")));

    @Test
    void theHelpIsMadeFromTheOptions_wrappedForATerminalOf80Columns() {
        assertThat(COMMAND.help()).isEqualTo("""
                Examples:
                  just-hungry oven
                  just-hungry oven oven1 --heat 200

                Runs one oven.
                Ctrl-C stops it.

                Usage: just-hungry oven [OPTION...] NAME
                  --heat DEGREES          how hot it is while it bakes, in degrees Celsius, from
                                          50 to 250
                  --a-name-that-is-longer-than-its-column has a gap
                  --help                  shows this help
                  --version               prints the version
                """);
    }

    @Test
    void helpNeedsNoName() throws ParseException {
        assertThat(COMMAND.parse("--help").hasOption("help")).isTrue();
        assertThat(COMMAND.parse("oven1").hasOption("help")).isFalse();
    }

    @Test
    void anUnknownOption_andOneWithoutItsValue_areRefused() {
        assertThatThrownBy(() -> COMMAND.parse("--cold"))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("--cold");
        assertThatThrownBy(() -> COMMAND.parse("oven1", "--heat"))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("heat");
    }
}
