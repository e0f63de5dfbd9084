package justhungry.platform.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileLimitTest {
    private static final String HEADING = "Limit                     Soft Limit           Hard Limit           Units";

    @Test
    void whenTooFewFilesMayBeOpen_thenTheStartSaysHowManyAndWhatToType() {
        assertThatThrownBy(() -> FileLimit.require(List.of(
                        HEADING, "Max open files            40                   40                   files     ")))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("only 40 files")
                .hasMessageContaining("ulimit -n 4096");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Max open files            512                  4096                 files     ",
                "Max open files            unlimited            unlimited            files     ",
                "Max processes             40                   40                   processes ",
            })
    void whenEnoughMayBeOpen_orTheSystemDoesNotTell_thenItStarts(String line) {
        assertThatCode(() -> FileLimit.require(List.of(HEADING, line))).doesNotThrowAnyException();
    }
}
