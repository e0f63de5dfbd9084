package justhungry.replay.check.history;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import justhungry.replay.check.engine.LongList;

/** A text file whose lines are read once in order, and then again in any order. */
final class LineFile implements Closeable {
    /** The maximum number of bytes of a line: the largest page of the largest orders has fewer. */
    private static final int MAX_LINE_BYTES = 8 << 20;

    private final FileChannel channel;
    private final InputStream stream;
    private final LongList ends = new LongList();
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;

    LineFile(Path file) throws IOException {
        this.channel = FileChannel.open(file);
        this.stream = Channels.newInputStream(channel);
    }

    /**
     * The next line, without its line feed; empty at the end of the file.
     *
     * @throws CharacterCodingException when it is not UTF-8
     * @throws IllegalArgumentException when it is too long
     */
    Optional<String> next() throws IOException {
        var line = new ByteArrayOutputStream();
        while (from < to || fill()) {
            int stop = from;
            while (stop < to && buffer[stop] != '\n') {
                stop++;
            }
            line.write(buffer, from, stop - from);
            if (line.size() > MAX_LINE_BYTES) {
                throw new IllegalArgumentException("more than %d bytes".formatted(MAX_LINE_BYTES));
            }
            from = stop + 1;
            if (stop < to) {
                return Optional.of(ended(line, 1));
            }
        }
        return line.size() > 0 ? Optional.of(ended(line, 0)) : Optional.empty();
    }

    /** A line that has been read before, from 0. */
    String line(int index) throws IOException {
        long start = index == 0 ? 0 : ends.get(index - 1);
        var bytes = ByteBuffer.allocate((int) (ends.get(index) - start));
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, start + bytes.position()) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
        return decode(bytes.flip()).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private String ended(ByteArrayOutputStream line, int lineEnd) throws CharacterCodingException {
        long start = ends.size() == 0 ? 0 : ends.get(ends.size() - 1);
        ends.add(start + line.size() + lineEnd);
        return decode(ByteBuffer.wrap(line.toByteArray()));
    }

    private static String decode(ByteBuffer bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, stream.read(buffer));
        return to > 0;
    }
}
