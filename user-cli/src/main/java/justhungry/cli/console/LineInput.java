package justhungry.cli.console;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an input in UTF-8. The daemon thread {@code input} reads each of them when it is asked for, so that the wait
 * for a line can be given up; the line is there at the next wait.
 */
final class LineInput {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final InputStream in;
    private final Executor thread = Executors.newSingleThreadExecutor(LineInput::newThread);
    private @Nullable CompletableFuture<String> next;

    // Of the thread that reads:
    private int lines;
    private boolean endedByReturn;

    LineInput(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /**
     * The next line, the same one until it is taken. It fails with an {@link InputEndedException}, or an
     * {@link UncheckedIOException} when the input cannot be read or is not UTF-8.
     */
    CompletableFuture<String> next() {
        if (next == null) {
            next = CompletableFuture.supplyAsync(this::read, thread);
        }
        return next;
    }

    /**
     * Waits for the next line, and takes it.
     *
     * @throws InputInterruptedException when this thread is interrupted; the line is not lost
     */
    String take() {
        try {
            var line = next().get();
            next = null;
            return line;
        } catch (InterruptedException e) {
            throw new InputInterruptedException();
        } catch (ExecutionException e) {
            next = null;
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }

    private String read() {
        try {
            var line = new ByteArrayOutputStream();
            int character = firstOfLine();
            if (character < 0) {
                throw new InputEndedException();
            }
            while (character >= 0 && character != '\n' && character != '\r') {
                line.write(character);
                character = in.read();
            }
            endedByReturn = character == '\r';
            return decoded(line.toByteArray());
        } catch (CharacterCodingException e) {
            throw new UncheckedIOException(
                    "line %d of the input is not UTF-8; convert it, for example with: iconv -f latin1 -t utf-8"
                            .formatted(lines),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("the input cannot be read", e);
        }
    }

    /** A return and a line feed together end one line; the return alone ends it at once. */
    private int firstOfLine() throws IOException {
        int first = in.read();
        return first == '\n' && endedByReturn ? in.read() : first;
    }

    private String decoded(byte[] line) throws CharacterCodingException {
        lines++;
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line))
                .toString();
        return lines == 1 && text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
    }

    private static Thread newThread(Runnable reading) {
        var thread = new Thread(reading, "input");
        thread.setDaemon(true);
        return thread;
    }
}
