package justhungry.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import justhungry.cli.command.ParsedLine;
import justhungry.cli.command.UsageException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayOptionsTest {
    /** A name without an ending says nothing of a format. */
    @ParameterizedTest
    @ValueSource(strings = {"run.svg", "RUN.SVG", "runs.2026/run.1.svg", "runs.2026/run", "run"})
    void aPictureIsSvgByItsName_orItsNameDoesNotSay(String file) throws UsageException {
        assertThat(options("--timeline", file, "any.jsonl").timeline()).contains(Path.of(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.png", "run.svg.png", "runs.svg/run.html", "run.", ".png"})
    void aPictureOfAnotherFormatIsRefused(String file) {
        assertThatThrownBy(() -> options("--timeline", file, "any.jsonl"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--timeline draws SVG: name a file like timeline.svg, not '%s'"
                        .formatted(Path.of(file).getFileName()));
    }

    private static ReplayOptions options(String... words) throws UsageException {
        return ReplayOptions.of(new ParsedLine(ReplayOptions.ALL, List.of(words)));
    }
}
