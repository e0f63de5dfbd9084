package justhungry.platform.process;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The output of a program: a stream of UTF-8 text that tells at the end whether everything was written. A pipe whose
 * reader leaves early, as {@code head} does, is no failure: the reader has got what it wanted.
 */
public final class ProgramOutput {
    private static final Path STANDARD = Path.of("/dev/stdout");

    /** The bits of a file's mode that tell its type, and the types with a reader at the other end. */
    private static final int TYPE_BITS = 0xF000;

    private static final int PIPE = 0x1000;
    private static final int SOCKET = 0xC000;

    private final CheckedStream target;
    private final PrintStream stream;
    private final BooleanSupplier hasReader;

    private ProgramOutput(OutputStream target, BooleanSupplier hasReader) {
        this.target = new CheckedStream(target);
        this.stream = new PrintStream(this.target, true, StandardCharsets.UTF_8);
        this.hasReader = hasReader;
    }

    /** The standard output of this process. */
    public static ProgramOutput standard() {
        return new ProgramOutput(new FileOutputStream(FileDescriptor.out), ProgramOutput::standardHasReader);
    }

    /** An output that is no pipe. */
    public static ProgramOutput to(OutputStream target) {
        return new ProgramOutput(target, () -> false);
    }

    public PrintStream stream() {
        return stream;
    }

    /** The reason why something was not written; empty when everything was, or when its reader has left. */
    public Optional<String> failure() {
        stream.flush();
        return Optional.ofNullable(target.failure)
                .filter(any -> !hasReader.getAsBoolean())
                .map(failure -> "the output cannot be written (%s)".formatted(failure.getMessage()));
    }

    /** Prints a text, and nothing else. */
    public void print(String text) throws CannotStartException {
        stream.print(text);
        requireWritten();
    }

    /**
     * Checks that everything was written.
     *
     * @throws CannotStartException when something was not, and its reader has not left
     */
    public void requireWritten() throws CannotStartException {
        var failure = failure();
        if (failure.isPresent()) {
            throw new CannotStartException(ExitCode.UNAVAILABLE, failure.get());
        }
    }

    private static boolean standardHasReader() {
        try {
            return Files.getAttribute(STANDARD, "unix:mode") instanceof Integer mode
                    && ((mode & TYPE_BITS) == PIPE || (mode & TYPE_BITS) == SOCKET);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** A stream that remembers its first failure, which a {@link PrintStream} swallows. */
    private static final class CheckedStream extends FilterOutputStream {
        private volatile @Nullable IOException failure;

        CheckedStream(OutputStream target) {
            super(target);
        }

        @Override
        public void write(int one) throws IOException {
            checked(() -> out.write(one));
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            checked(() -> out.write(bytes, start, length));
        }

        @Override
        public void flush() throws IOException {
            checked(out::flush);
        }

        private interface WriteCall {
            void run() throws IOException;
        }

        private void checked(WriteCall writing) throws IOException {
            try {
                writing.run();
            } catch (IOException e) {
                failure = failure == null ? e : failure;
                throw e;
            }
        }
    }
}
