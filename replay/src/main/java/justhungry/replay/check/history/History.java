package justhungry.replay.check.history;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import justhungry.replay.check.engine.HistoryOperation;
import justhungry.replay.check.engine.OperationReader;

/**
 * A history file. It is read once in its order, and after that line by line where an operation is needed again; of a
 * line, only its place in the file stays in memory.
 */
public final class History implements OperationReader<UserRequest, Answer>, Closeable {
    /** The key of the last line, whose value is the number of requests before it. */
    public static final String END = "jhHistoryRequests";

    private final LineFile file;
    private final HistoryParser parser;

    private History(LineFile file, HistoryParser parser) {
        this.file = file;
        this.parser = parser;
    }

    public static History open(Path path) throws IOException {
        return new History(new LineFile(path), new HistoryParser(path));
    }

    /**
     * Reads all operations, in the order of the file. It works once.
     *
     * @throws HistoryException when the file does not parse, or is not whole
     */
    public void readAll(Consumer<HistoryOperation<UserRequest, Answer>> operations)
            throws IOException, HistoryException {
        parser.readHeader(nextLine(1).orElse(""));
        for (int line = 2; ; line++) {
            var text = requestOrEnd(line);
            var end = parser.readEnd(line, text);
            if (end.isPresent()) {
                requireEnd(line, end.getAsLong());
                return;
            }
            operations.accept(parser.read(line, text));
        }
    }

    private String requestOrEnd(int line) throws IOException, HistoryException {
        return nextLine(line)
                .orElseThrow(() -> parser.error(
                        line - 1,
                        "the history ends here, without its last line, {\"%s\":…}. If its replay is still running, wait for its end. Otherwise it was cut off, has unanswered requests, or is of an older version: run the replay again"
                                .formatted(END)));
    }

    /** Requires that this line is the last one, and that no line before it is missing. */
    private void requireEnd(int line, long requests) throws IOException, HistoryException {
        if (requests != line - 2) {
            throw parser.error(line, "expected %d requests before this line, found %d".formatted(requests, line - 2));
        }
        if (nextLine(line + 1).isPresent()) {
            throw parser.error(line + 1, "the history ended on the line before");
        }
    }

    @Override
    public HistoryOperation<UserRequest, Answer> read(int line) throws IOException {
        try {
            return parser.read(line, file.line(line - 1));
        } catch (HistoryException e) {
            throw new IOException("the file changed while it was read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private Optional<String> nextLine(int line) throws IOException, HistoryException {
        try {
            return file.next();
        } catch (CharacterCodingException e) {
            throw parser.error(line, "not UTF-8 text");
        } catch (IllegalArgumentException e) {
            throw parser.error(line, String.valueOf(e.getMessage()));
        }
    }
}
