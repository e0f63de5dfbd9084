package justhungry.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogPaneTest {
    @ParameterizedTest
    @CsvSource({"80, -v", "199, -v", "200, -h"})
    void thePanesAreSideBySideOnlyWhereBothHaveRoom(int columns, String direction) {
        assertThat(LogPane.command("logs", 42, columns))
                .startsWith("tmux", "split-window", direction)
                .last()
                .asString()
                .startsWith("logs & while kill -0 42 ");
    }
}
