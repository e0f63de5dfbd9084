package justhungry.cli.cluster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of the log of a process: its last lines, and those that are added later. Owned by one thread.
 *
 * <p>The lines have a time, but no date: the last one is of the day on which the file was written last, and each jump back
 * by more than {@link #MAX_DISORDER} is a midnight.
 */
final class LogTail {
    /** The longest part of a file that is read at a time; of an older part, nothing is shown. */
    static final int MAX_BYTES = 1 << 20;

    private static final int TIME_CHARS = "14:03:07.512".length();
    /** Two threads may log in another order than their times, and a clock may be set back a little. */
    private static final Duration MAX_DISORDER = Duration.ofMinutes(10);

    private final String process;
    private final Path file;
    private boolean begun;
    private long position;
    private LocalTime lastTime = LocalTime.MIN;

    LogTail(String process, Path file) {
        this.process = process;
        this.file = file;
    }

    /** A line of a log. */
    record LogLine(LocalDateTime time, String process, String text) {}

    /** The complete lines that were not read yet; none when there is no such file. A file that got shorter is another one. */
    List<LogLine> readNew() throws IOException {
        try {
            var lines = readLines();
            return stamped(
                    lines,
                    LocalDateTime.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneId.systemDefault()));
        } catch (NoSuchFileException e) {
            position = 0;
            return List.of();
        }
    }

    private List<String> readLines() throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            if (!begun || channel.size() < position) {
                position = Math.max(0, channel.size() - MAX_BYTES);
            }
            boolean isCut = !begun && position > 0;
            begun = true;
            var bytes = ByteBuffer.allocate((int) Math.min(MAX_BYTES, channel.size() - position));
            channel.position(position);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            int end = endOfLines(bytes);
            position += end;
            var lines = new String(bytes.array(), 0, end, StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return isCut && !lines.isEmpty() ? lines.subList(1, lines.size()) : lines;
        }
    }

    /** The number of bytes up to the end of the last complete line; a line that fills all is taken as it is. */
    private static int endOfLines(ByteBuffer bytes) {
        int end = bytes.position();
        while (end > 0 && bytes.get(end - 1) != '\n') {
            end--;
        }
        return end == 0 && bytes.position() == MAX_BYTES ? MAX_BYTES : end;
    }

    private List<LogLine> stamped(List<String> lines, LocalDateTime written) {
        var times = new ArrayList<LocalTime>();
        for (var line : lines) {
            lastTime = time(line);
            times.add(lastTime);
        }
        var stamped = new ArrayDeque<LogLine>();
        var next = written;
        for (int at = lines.size() - 1; at >= 0; at--) {
            var time = next.toLocalDate().atTime(times.get(at));
            if (time.isAfter(next.plus(MAX_DISORDER))) {
                time = time.minusDays(1);
            }
            next = time.isAfter(next) ? next : time;
            stamped.addFirst(new LogLine(next, process, lines.get(at)));
        }
        return List.copyOf(stamped);
    }

    /** What the Java machine itself writes has no time: that of the line before. */
    private LocalTime time(String line) {
        try {
            return line.length() < TIME_CHARS ? lastTime : LocalTime.parse(line.substring(0, TIME_CHARS));
        } catch (DateTimeParseException e) {
            return lastTime;
        }
    }
}
