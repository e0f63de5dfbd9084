package justhungry.replay.script.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceLineReaderTest {
    @Test
    void blankLinesCountButAreNotGiven() throws ScriptException {
        var lines = read("\n{\"jh\":1}\r\n \t\r\n\n{\"op\":1}");

        assertThat(lines).extracting(SourceLine::number).containsExactly(2, 5);
        assertThat(lines.get(0).parse().json().toString()).isEqualTo("{\"jh\":1}");
    }

    @Test
    void linesThatAreSplitAcrossReadsComeTogether() throws ScriptException {
        var first = "a".repeat(65_535) + "🍌";
        var second = "b".repeat(200_000);

        assertThat(read(first + "\n" + second + "\n"))
                .extracting(SourceLine::text)
                .containsExactly(first, second);
    }

    @Test
    void aLineThatIsTooLongIsRefusedBeforeItIsKept() {
        assertThatThrownBy(() -> new SourceLineReader(endless(), "t.jsonl").next())
                .hasMessage("t.jsonl:1:1: this line has more than 1000000 bytes");
    }

    @Test
    void aByteOrderMarkIsIgnored_onlyAtTheBeginning() throws ScriptException {
        var lines = read("\ufeff{\"jh\":1}\n\ufeff{}\n");

        assertThat(lines).extracting(SourceLine::text).containsExactly("{\"jh\":1}", "\ufeff{}");
    }

    @Test
    void bytesThatAreNotUtf8AreReportedWithTheirPosition() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("{}\né🍌".getBytes(UTF_8));
        bytes.write(0xff);

        var lines = new SourceLineReader(new ByteArrayInputStream(bytes.toByteArray()), "t.jsonl");

        assertThatThrownBy(() -> all(lines)).hasMessageStartingWith("t.jsonl:2:3: this is not UTF-8");
    }

    private static List<SourceLine> read(String text) throws ScriptException {
        return all(new SourceLineReader(new ByteArrayInputStream(text.getBytes(UTF_8)), "t.jsonl"));
    }

    private static List<SourceLine> all(SourceLineReader lines) throws ScriptException {
        var all = new ArrayList<SourceLine>();
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            all.add(line.get());
        }
        return all;
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return 'x';
            }
        };
    }
}
