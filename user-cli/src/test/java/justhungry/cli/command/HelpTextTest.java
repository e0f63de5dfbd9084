package justhungry.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import justhungry.cli.replay.ReplayCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTextTest {
    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 200})
    void onATerminalLinesAreWrappedAtItsWidth_andNothingIsLost(int columns) {
        var wrapped = HelpText.of(new ReplayCommand(), columns);

        assertThat(wrapped)
                .filteredOn(line -> !line.contains("just-hungry replay")) // to be copied as they are
                .allMatch(line -> line.length() <= columns);
        assertThat(words(wrapped)).isEqualTo(words(HelpText.of(new ReplayCommand(), 0)));
    }

    @Test
    void whatAnOptionDoesStandsBesideIt_orBelowItOnANarrowTerminal() {
        assertThat(HelpText.of(List.of(new CommandInfo("kill", "kills back ends without a warning")), 80))
                .contains("  kill           kills back ends without a warning");
        assertThat(HelpText.of(List.of(new CommandInfo("kill", "kills back ends without a warning")), 30))
                .containsSubsequence("  kill", "      kills back ends without", "      a warning");
    }

    private static List<String> words(List<String> lines) {
        return List.of(String.join(" ", lines).strip().split("\\s+"));
    }
}
