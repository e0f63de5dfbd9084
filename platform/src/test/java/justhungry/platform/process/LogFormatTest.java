package justhungry.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogFormatTest {
    private final LogFormat.LineFormatter line = new LogFormat.LineFormatter("server2");

    @Test
    void aRecordIsTimeNodeAndMessage() {
        assertThat(line.format(new LogRecord(Level.INFO, "epoch=4 index=1207: became primary")))
                .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} server2 epoch=4 index=1207: became primary\\R");
    }

    @Test
    void aMessageOfSeveralLinesAndAnExceptionStayOneLine() {
        var event = new LogRecord(Level.WARNING, "first\nsecond\u001b[31m");
        event.setThrown(new IllegalStateException("third\nfourth"));

        assertThat(line.format(event).strip())
                .doesNotContain("\n", "\u001b")
                .contains("first second", "third fourth", "LogFormatTest");
    }
}
