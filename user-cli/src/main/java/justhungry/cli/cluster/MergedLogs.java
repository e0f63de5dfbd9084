package justhungry.cli.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import justhungry.cli.cluster.LogTail.LogLine;

/** The logs of processes, merged by time. Owned by one thread. */
final class MergedLogs {
    private final List<LogTail> tails;
    private final int nameWidth;

    /** @param processes at least one; the lines of several have the name in front */
    MergedLogs(Path directory, List<String> processes) {
        tails = processes.stream()
                .map(process -> new LogTail(process, directory.resolve(process + ".log")))
                .toList();
        nameWidth = processes.size() == 1
                ? 0
                : processes.stream().mapToInt(String::length).max().orElse(0);
    }

    /** The lines that were not read yet, in the order of their times. */
    List<String> readNew() throws IOException {
        var lines = new ArrayList<LogLine>();
        for (var tail : tails) {
            lines.addAll(tail.readNew());
        }
        lines.sort(Comparator.comparing(LogLine::time));
        return lines.stream().map(this::text).toList();
    }

    private String text(LogLine line) {
        return nameWidth == 0 ? line.text() : ("%-" + nameWidth + "s  %s").formatted(line.process(), line.text());
    }
}
