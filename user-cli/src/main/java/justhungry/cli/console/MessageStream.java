package justhungry.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import justhungry.platform.text.TextColumns;
import org.jline.terminal.spi.SystemStream;
import org.jspecify.annotations.Nullable;

/** A stream of messages: on a terminal, each line is wrapped between words at its width. */
public final class MessageStream extends PrintStream {
    /** The width is not even asked for below this length: that takes time. */
    private static final int SHORT_LINE = 40;

    private final IntSupplier columns;

    /**
     * Makes a stream.
     *
     * @param columns the width now, when it is asked for; 0 when lines stay as they are
     */
    MessageStream(OutputStream target, IntSupplier columns) {
        super(target, true, StandardCharsets.UTF_8);
        this.columns = columns;
    }

    /** The stderr of this process. */
    public static MessageStream toStandardError(Map<String, String> environment) {
        return new MessageStream(
                new FileOutputStream(FileDescriptor.err), () -> TerminalWidth.of(environment, SystemStream.Error));
    }

    /** The texts that go to stdout; data on it is not wrapped. */
    public static MessageStream toStandardOutput(PrintStream out, Map<String, String> environment) {
        return new MessageStream(out, () -> TerminalWidth.ofOutput(environment));
    }

    @Override
    public void println(@Nullable String text) {
        super.println(wrapped(String.valueOf(text)));
    }

    private String wrapped(String text) {
        if (text.length() <= SHORT_LINE) {
            return text;
        }
        int width = columns.getAsInt();
        return width <= 0
                ? text
                : text.lines()
                        .flatMap(line -> TextColumns.wrap(line, width).stream())
                        .collect(Collectors.joining(System.lineSeparator()));
    }
}
