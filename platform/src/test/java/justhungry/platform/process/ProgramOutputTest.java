package justhungry.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgramOutputTest {
    /** A disk that is full. */
    private static final OutputStream FULL = new OutputStream() {
        @Override
        public void write(int one) throws IOException {
            throw new IOException("No space left on device");
        }
    };

    @Test
    void whatIsWrittenIsUtf8_andNoFailure() {
        var bytes = new ByteArrayOutputStream();
        var output = ProgramOutput.to(bytes);

        output.stream().println("crème");

        assertThat(output.failure()).isEmpty();
        assertThatCode(output::requireWritten).doesNotThrowAnyException();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("crème" + System.lineSeparator());
    }

    @Test
    void whatIsNotWrittenIsAFailure_whichNamesTheReason() {
        var output = ProgramOutput.to(FULL);

        output.stream().print("x");

        assertThat(output.failure()).contains("the output cannot be written (No space left on device)");
        assertThat(output.stream().checkError()).isTrue();
        assertThatThrownBy(() -> ProgramOutput.to(FULL).print("x"))
                .isInstanceOfSatisfying(
                        CannotStartException.class,
                        e -> assertThat(e.exitCode()).isEqualTo(ExitCode.UNAVAILABLE));
    }
}
