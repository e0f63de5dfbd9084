package justhungry.replay.script.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A reader of the lines of a file that are not blank: UTF-8, each of at most {@link #MAX_LINE_BYTES} bytes. */
public final class SourceLineReader implements AutoCloseable {
    /** The maximum number of bytes of a line. */
    public static final int MAX_LINE_BYTES = 1_000_000;

    /** The maximum number of lines of a file. */
    public static final int MAX_LINES = 10_000_000;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final InputStream in;
    private final String file;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;
    private int number;

    /**
     * Reads from a stream, which is closed with the reader.
     *
     * @param file the name of the file, for messages
     */
    public SourceLineReader(InputStream in, String file) {
        this.in = in;
        this.file = file;
    }

    /** The next line that is not blank; empty at the end. */
    public Optional<SourceLine> next() throws ScriptException {
        try {
            while (hasMore()) {
                var line = line();
                if (!line.isBlank()) {
                    return Optional.of(line);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new ScriptException(file, "cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void close() throws ScriptException {
        try {
            in.close();
        } catch (IOException e) {
            throw new ScriptException(file, "cannot be closed: " + e.getMessage());
        }
    }

    private SourceLine line() throws IOException, ScriptException {
        number++;
        if (number > MAX_LINES) {
            throw new ScriptException(file, "a script has at most %d lines".formatted(MAX_LINES));
        }
        var bytes = new ByteArrayOutputStream();
        while (hasMore()) {
            int end = lineFeed();
            bytes.write(buffer, from, (end == END ? to : end) - from);
            from = end == END ? to : end + 1;
            if (bytes.size() > MAX_LINE_BYTES) {
                throw new ScriptException(
                        file, number, 1, "this line has more than %d bytes".formatted(MAX_LINE_BYTES));
            }
            if (end != END) {
                break;
            }
        }
        return decode(ByteBuffer.wrap(bytes.toByteArray()));
    }

    private boolean hasMore() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, in.read(buffer));
        }
        return from < to;
    }

    private int lineFeed() {
        for (int i = from; i < to; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return END;
    }

    private SourceLine decode(ByteBuffer bytes) throws ScriptException {
        var text = CharBuffer.allocate(bytes.remaining());
        var result = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
        text.flip();
        boolean isMarked = number == 1 && text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK;
        var line = new SourceLine(
                file, number, isMarked ? text.subSequence(1, text.length()).toString() : text.toString());
        if (result.isError()) {
            throw line.position(line.text().length()).error("this is not UTF-8; save the file as UTF-8");
        }
        return line;
    }
}
