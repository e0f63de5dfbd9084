package justhungry.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessageStreamTest {
    private static final String LONG = "  the cluster takes no orders: it needs two back ends\nthat hold every order";

    @Test
    void onATerminalLinesAreWrappedBetweenWords_andKeepTheirIndentation() {
        assertThat(printed(30)).isEqualTo("""
              the cluster takes no orders:
              it needs two back ends
            that hold every order
            """);
    }

    @Test
    void elsewhereTheyStayAsTheyAre() {
        assertThat(printed(0)).isEqualTo(LONG + "\n");
    }

    private static String printed(int columns) {
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MessageStream(bytes, () -> columns)) {
            stream.println(LONG);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
